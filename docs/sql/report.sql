-- Показатели отчёта федеральному оператору из выгрузки Parquet (таблицы и столбцы описаны в docs/data.md):
-- строка на регион, квартал и показатель, и строка «по всем регионам» (scope = 'all') на квартал и показатель.
--
-- Только то, что одинаково понимают DuckDB, Spark SQL и Trino. Деление в них даёт разные типы и разную точность,
-- поэтому округление («половина – от нуля», как ROUND в Excel) сделано на целых числах:
--   u = 2·делимое + делитель, v = 2·делитель, (u – u % v) / v – деление без остатка, точное в любом из них.
WITH
powers AS (
  SELECT decimals, up, down
  FROM (
    VALUES
      (0, 1, 1.000000), (1, 10, 0.100000), (2, 100, 0.010000), (3, 1000, 0.001000),
      (4, 10000, 0.000100), (5, 100000, 0.000010), (6, 1000000, 0.000001)
  ) AS p (decimals, up, down)
),

-- Строки отчёта: показатели той редакции, которая действует в квартале.
report_lines AS (
  SELECT
    q.region, q.quarter, q.edition, q.year_number, q.quarter_number, q.base_year, q.is_base_end, q.quarterly_plan,
    q.year_number * 4 + q.quarter_number AS this_index,
    q.base_year * 4 + q.base_quarter AS start_index,
    i.row_position, i.row_code, i.indicator_name, i.unit, i.kind, i.numerator, i.denominator,
    i.accumulation, i.has_total, i.decimals, p.up, p.down
  FROM quarters q
  JOIN indicators i ON i.region = q.region AND i.edition = q.edition
  JOIN powers p ON p.decimals = i.decimals
  WHERE i.kind <> 'heading'
),

-- Значения школ по действующим формам. Достигнутое: нарастающий итог, а где его нет – факт за квартал.
school_values AS (
  SELECT
    l.region, l.quarter, l.row_code, r.fact, r.fact_state, r.fact_text,
    CASE WHEN l.has_total THEN r.total ELSE r.fact END AS reached,
    CASE WHEN l.has_total THEN r.total_state ELSE r.fact_state END AS reached_state
  FROM report_lines l
  JOIN forms f ON f.region = l.region AND f.quarter = l.quarter AND f.form_state = 'accepted'
  JOIN register r
    ON r.region = l.region AND r.quarter = l.quarter AND r.site = f.site AND r.row_code = l.row_code AND r.is_current
),
school_sums AS (
  SELECT
    region, quarter, row_code,
    SUM(fact) AS fact,
    SUM(reached) AS reached,
    COUNT(CASE WHEN reached_state <> 'empty' THEN 1 END) AS schools_reported,
    COUNT(CASE WHEN fact_state = 'text' THEN 1 END) AS answers,
    COUNT(CASE WHEN fact_state = 'text' AND fact_text = 'да' THEN 1 END) AS answers_yes
  FROM school_values
  GROUP BY region, quarter, row_code
),

-- План на конец квартала: каждой открытой школы и региона в целом («*»).
scopes AS (
  SELECT f.region, f.quarter, f.site, s.opened_year * 4 + s.opened_quarter AS opened_index
  FROM forms f
  JOIN sites s ON s.region = f.region AND s.site = f.site
  WHERE f.form_state <> 'not_open'
  UNION ALL
  SELECT q.region, q.quarter, '*' AS site, MIN(s.opened_year * 4 + s.opened_quarter) AS opened_index
  FROM quarters q
  LEFT JOIN sites s ON s.region = q.region
  GROUP BY q.region, q.quarter
),
plan_rows AS (
  SELECT
    l.region, l.quarter, l.row_code, l.is_base_end, l.quarterly_plan, l.accumulation, l.up, l.down, s.site,
    l.this_index, l.start_index, s.opened_index,
    o.target AS own_target, y.target AS year_target,
    CASE WHEN s.opened_index > l.start_index THEN s.opened_index ELSE l.start_index END AS first_index
  FROM report_lines l
  JOIN scopes s ON s.region = l.region AND s.quarter = l.quarter
  LEFT JOIN targets o
    ON o.region = l.region AND o.edition = l.edition AND o.row_code = l.row_code AND o.site = s.site
    AND o.year_number = l.year_number AND o.quarter_number = l.quarter_number
  LEFT JOIN targets y
    ON y.region = l.region AND y.edition = l.edition AND y.row_code = l.row_code AND y.site = s.site
    AND y.year_number = l.base_year AND y.quarter_number IS NULL
),
-- Равные доли годового плана по кварталам, в которых школа открыта (только при такой настройке региона).
plan_shares AS (
  SELECT
    region, quarter, row_code, site, own_target, year_target, is_base_end, down,
    CASE WHEN year_target < 0 THEN -1 ELSE 1 END AS plan_sign,
    CASE
      WHEN quarterly_plan = 'equal' AND accumulation <> 'none' AND opened_index <= this_index THEN
        CAST(ABS(year_target) * 1000000 AS DECIMAL(26, 0)) * (this_index - first_index + 1) * up * 2
        + CAST(start_index + 4 - first_index AS DECIMAL(10, 0)) * 1000000
    END AS u,
    CASE
      WHEN quarterly_plan = 'equal' AND accumulation <> 'none' AND opened_index <= this_index THEN
        CAST(start_index + 4 - first_index AS DECIMAL(10, 0)) * 2000000
    END AS v
  FROM plan_rows
),
plans AS (
  SELECT
    region, quarter, row_code, site,
    CASE
      WHEN own_target IS NOT NULL THEN own_target
      WHEN is_base_end THEN year_target
      ELSE CAST(CAST(ROUND((u - u % v) / v) AS DECIMAL(18, 0)) * plan_sign * down AS DECIMAL(18, 6))
    END AS plan
  FROM plan_shares
),
plan_sums AS (
  SELECT
    region, quarter, row_code,
    MAX(CASE WHEN site = '*' THEN plan END) AS regional_plan,
    SUM(CASE WHEN site <> '*' THEN plan END) AS plan_sum,
    MIN(CASE WHEN site <> '*' THEN plan END) AS plan_min,
    MAX(CASE WHEN site <> '*' THEN plan END) AS plan_max,
    COUNT(CASE WHEN site <> '*' THEN 1 END) AS schools,
    COUNT(CASE WHEN site <> '*' THEN plan END) AS schools_planned
  FROM plans
  GROUP BY region, quarter, row_code
),

-- Полнота и «ПРОЕКТ»: школа не сдала форму или отклонённый файл ещё не заменён принятым.
form_counts AS (
  SELECT
    region, quarter,
    COUNT(CASE WHEN form_state <> 'not_open' THEN 1 END) AS schools_expected,
    COUNT(CASE WHEN form_state = 'accepted' THEN 1 END) AS forms_accepted,
    COUNT(CASE WHEN form_state = 'not_submitted' THEN 1 END) AS forms_missing
  FROM forms
  GROUP BY region, quarter
),
open_problems AS (
  SELECT p.region, p.quarter, COUNT(*) AS problems
  FROM intake p
  JOIN forms f
    ON f.region = p.region AND f.quarter = p.quarter AND f.site = p.site AND f.form_state <> 'not_open'
  LEFT JOIN intake later
    ON later.region = p.region AND later.quarter = p.quarter AND later.site = p.site AND later.outcome = 'accepted'
    AND COALESCE(later.revision, 0) >= COALESCE(p.revision, 0) AND later.received_on >= p.received_on
  WHERE p.outcome IN ('refused', 'conflict') AND later.site IS NULL
  GROUP BY p.region, p.quarter
),

-- Суммы по регионам, затем по всем регионам вместе.
region_levels AS (
  SELECT
    'region' AS scope, l.region, l.quarter, l.row_position, l.row_code, l.indicator_name, l.unit, l.kind,
    l.numerator, l.denominator, l.up, l.down,
    CASE
      WHEN p.regional_plan IS NOT NULL THEN p.regional_plan
      WHEN p.schools = 0 OR p.schools_planned < p.schools THEN NULL
      WHEN l.kind = 'percent' THEN CASE WHEN p.plan_min = p.plan_max THEN p.plan_min END
      ELSE p.plan_sum
    END AS plan,
    s.fact, s.reached,
    COALESCE(s.schools_reported, 0) AS schools_reported,
    COALESCE(s.answers, 0) AS answers,
    COALESCE(s.answers_yes, 0) AS answers_yes,
    c.schools_expected, c.forms_accepted,
    CASE WHEN c.forms_missing > 0 OR o.problems > 0 THEN 1 ELSE 0 END AS is_draft
  FROM report_lines l
  JOIN plan_sums p ON p.region = l.region AND p.quarter = l.quarter AND p.row_code = l.row_code
  LEFT JOIN form_counts c ON c.region = l.region AND c.quarter = l.quarter
  LEFT JOIN school_sums s ON s.region = l.region AND s.quarter = l.quarter AND s.row_code = l.row_code
  LEFT JOIN open_problems o ON o.region = l.region AND o.quarter = l.quarter
),
all_levels AS (
  SELECT
    'all' AS scope, '*' AS region, quarter, MIN(row_position) AS row_position, row_code,
    MIN(indicator_name) AS indicator_name, MIN(unit) AS unit, MIN(kind) AS kind,
    MIN(numerator) AS numerator, MIN(denominator) AS denominator, MIN(up) AS up, MIN(down) AS down,
    CASE
      WHEN COUNT(CASE WHEN schools_expected > 0 AND plan IS NULL THEN 1 END) > 0 THEN NULL
      WHEN MIN(kind) <> 'percent' THEN SUM(CASE WHEN schools_expected > 0 THEN plan END)
      WHEN MIN(CASE WHEN schools_expected > 0 THEN plan END) = MAX(CASE WHEN schools_expected > 0 THEN plan END)
        THEN MIN(CASE WHEN schools_expected > 0 THEN plan END)
    END AS plan,
    SUM(fact) AS fact, SUM(reached) AS reached,
    SUM(schools_reported) AS schools_reported, SUM(answers) AS answers, SUM(answers_yes) AS answers_yes,
    SUM(schools_expected) AS schools_expected, SUM(forms_accepted) AS forms_accepted, MAX(is_draft) AS is_draft
  FROM region_levels
  GROUP BY quarter, row_code
),
levels AS (
  SELECT * FROM region_levels
  UNION ALL
  SELECT * FROM all_levels
),

-- Доля – отношение суммы числителей к сумме знаменателей, умноженное на 100.
share_terms AS (
  SELECT
    l.scope, l.region, l.quarter, l.row_code,
    CAST(ABS(n.fact) * 1000000 AS DECIMAL(28, 0)) * 200 * l.up + CAST(ABS(d.fact) * 1000000 AS DECIMAL(28, 0)) AS fact_u,
    CAST(ABS(d.fact) * 1000000 AS DECIMAL(28, 0)) * 2 AS fact_v,
    CASE WHEN (n.fact < 0 AND d.fact > 0) OR (n.fact > 0 AND d.fact < 0) THEN -1 ELSE 1 END AS fact_sign,
    CAST(ABS(n.reached) * 1000000 AS DECIMAL(28, 0)) * 200 * l.up + CAST(ABS(d.reached) * 1000000 AS DECIMAL(28, 0)) AS reached_u,
    CAST(ABS(d.reached) * 1000000 AS DECIMAL(28, 0)) * 2 AS reached_v,
    CASE WHEN (n.reached < 0 AND d.reached > 0) OR (n.reached > 0 AND d.reached < 0) THEN -1 ELSE 1 END AS reached_sign
  FROM levels l
  JOIN levels n
    ON n.scope = l.scope AND n.region = l.region AND n.quarter = l.quarter AND n.row_code = l.numerator
  JOIN levels d
    ON d.scope = l.scope AND d.region = l.region AND d.quarter = l.quarter AND d.row_code = l.denominator
  WHERE l.kind = 'percent'
),
figures AS (
  SELECT
    l.scope, l.region, l.quarter, l.row_position, l.row_code, l.indicator_name, l.unit, l.kind, l.plan,
    CASE
      WHEN l.kind = 'count' THEN CAST(l.fact AS DECIMAL(24, 6))
      WHEN l.kind = 'percent' AND t.fact_v > 0 THEN
        CAST(
          CAST(ROUND((t.fact_u - t.fact_u % NULLIF(t.fact_v, 0)) / NULLIF(t.fact_v, 0)) AS DECIMAL(18, 0)) * t.fact_sign * l.down
          AS DECIMAL(24, 6)
        )
    END AS fact,
    CASE
      WHEN l.kind = 'count' THEN CAST(l.reached AS DECIMAL(24, 6))
      WHEN l.kind = 'percent' AND t.reached_v > 0 THEN
        CAST(
          CAST(ROUND((t.reached_u - t.reached_u % NULLIF(t.reached_v, 0)) / NULLIF(t.reached_v, 0)) AS DECIMAL(18, 0)) * t.reached_sign * l.down
          AS DECIMAL(24, 6)
        )
    END AS reached,
    CASE WHEN l.kind = 'yesno' AND l.answers > 0 THEN l.answers_yes END AS answers_yes,
    CASE WHEN l.kind = 'yesno' AND l.answers > 0 THEN l.answers END AS answers,
    l.schools_reported, l.schools_expected, l.forms_accepted, l.is_draft
  FROM levels l
  LEFT JOIN share_terms t
    ON t.scope = l.scope AND t.region = l.region AND t.quarter = l.quarter AND t.row_code = l.row_code
),

-- Выполнение плана, в процентах с одним знаком; без плана и при плане 0 его нет.
completion_terms AS (
  SELECT
    scope, region, quarter, row_code,
    CAST(ABS(reached) * 1000000 AS DECIMAL(24, 0)) * 2000 + CAST(ABS(plan) * 1000000 AS DECIMAL(24, 0)) AS u,
    CAST(ABS(plan) * 1000000 AS DECIMAL(24, 0)) * 2 AS v,
    CASE WHEN (reached < 0 AND plan > 0) OR (reached > 0 AND plan < 0) THEN -1 ELSE 1 END AS completion_sign
  FROM figures
)
SELECT
  f.scope, f.region, f.quarter, f.row_code, f.indicator_name, f.unit,
  CAST(f.plan AS DECIMAL(24, 6)) AS plan,
  f.fact,
  f.reached,
  CASE
    WHEN c.v > 0 THEN
      CAST(
        CAST(ROUND((c.u - c.u % NULLIF(c.v, 0)) / NULLIF(c.v, 0)) AS DECIMAL(18, 0)) * c.completion_sign * 0.1
        AS DECIMAL(24, 1)
      )
  END AS completion,
  CAST(f.reached - f.plan AS DECIMAL(24, 6)) AS deviation,
  f.answers_yes, f.answers,
  f.schools_reported, f.schools_expected, f.forms_accepted, f.is_draft
FROM figures f
JOIN completion_terms c
  ON c.scope = f.scope AND c.region = f.region AND c.quarter = f.quarter AND c.row_code = f.row_code
ORDER BY f.scope, f.region, f.quarter, f.row_position
