-- Questions to an event store in PostgreSQL:
--   psql --file postgresql.sql postgresql://reader@host/rawi
-- `told` has a row for each event as it was last told; `record` is its JSON as it stands in `events`.
-- A role that may read it needs no more than: GRANT SELECT ON told TO reader;
-- Names in the tables beside it may change, the view's do not.

-- How many events of each type, and on how many occurrences they report.
SELECT record ->> 'type' AS type, count(*) AS events, count(DISTINCT same_as) AS occurrences
FROM told GROUP BY 1 ORDER BY 2 DESC, 1;

-- Who did something to whom.
SELECT first_day, record ->> 'type' AS type, actor #>> '{entity,name}' AS actor,
  recipient #>> '{entity,name}' AS recipient
FROM told, jsonb_array_elements(record -> 'participants') AS actor,
  jsonb_array_elements(record -> 'participants') AS recipient
WHERE actor ->> 'role' = 'actor' AND recipient ->> 'role' = 'recipient'
ORDER BY first_day DESC NULLS LAST, told.id LIMIT 20;

-- The countries that met most often.
SELECT one #>> '{entity,country}' AS one, other #>> '{entity,country}' AS other,
  count(DISTINCT same_as) AS meetings
FROM told, jsonb_array_elements(record -> 'participants') AS one,
  jsonb_array_elements(record -> 'participants') AS other
WHERE record ->> 'type' = 'CONSULT'
  AND one #>> '{entity,country}' < other #>> '{entity,country}'
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 10;

-- The stories that most articles report.
SELECT story, count(DISTINCT article) AS articles, min(title) AS title
FROM told GROUP BY story ORDER BY 2 DESC, 1 LIMIT 10;
