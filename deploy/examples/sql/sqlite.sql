-- Questions to an event store in SQLite:
--   sqlite3 -readonly -header rawi.sqlite < sqlite.sql
-- `told` has a row for each event as it was last told; `record` is its JSON as it stands in `events`.
-- It may be read while the indexer writes. Names in the tables beside it may change, the view's do not.

-- How many events of each type, and on how many occurrences they report.
SELECT record ->> '$.type' AS type, count(*) AS events, count(DISTINCT same_as) AS occurrences
FROM told GROUP BY 1 ORDER BY 2 DESC, 1;

-- Who did something to whom.
SELECT first_day, record ->> '$.type' AS type, actor.value ->> '$.entity.name' AS actor,
  recipient.value ->> '$.entity.name' AS recipient
FROM told, json_each(record, '$.participants') AS actor, json_each(record, '$.participants') AS recipient
WHERE actor.value ->> '$.role' = 'actor' AND recipient.value ->> '$.role' = 'recipient'
ORDER BY first_day DESC, told.id LIMIT 20;

-- The countries that met most often.
SELECT one.value ->> '$.entity.country' AS one, other.value ->> '$.entity.country' AS other,
  count(DISTINCT same_as) AS meetings
FROM told, json_each(record, '$.participants') AS one, json_each(record, '$.participants') AS other
WHERE record ->> '$.type' = 'CONSULT' AND one.value ->> '$.entity.country' < other.value ->> '$.entity.country'
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 10;

-- The stories that most articles report.
SELECT story, count(DISTINCT article) AS articles, min(title) AS title
FROM told GROUP BY story ORDER BY 2 DESC, 1 LIMIT 10;
