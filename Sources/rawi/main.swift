internal import StageRuntime

await Rawi.launch()
