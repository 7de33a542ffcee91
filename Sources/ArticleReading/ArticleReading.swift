// ArticleReading
