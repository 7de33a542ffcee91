// EventExtraction
