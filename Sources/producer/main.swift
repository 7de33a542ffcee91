internal import StageRuntime

await ProducerCommand.launch()
