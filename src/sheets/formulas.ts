/** Native formulas that more than one sheet needs. English names and commas, as files hold them. */

/** Reached minus planned; nothing while one of them is not a number. */
export function deviationFormula(plan: string, reached: string): string {
  return `IF(OR(NOT(ISNUMBER(${plan})),NOT(ISNUMBER(${reached}))),"",${reached}-${plan})`;
}

/** Reached in per cent of the plan; nothing while one of them is not a number, or the plan is 0. */
export function completionFormula(plan: string, reached: string): string {
  return `IF(OR(NOT(ISNUMBER(${plan})),NOT(ISNUMBER(${reached}))),"",IF(${plan}=0,"",ROUND(${reached}/${plan}*100,1)))`;
}

/** Part of the whole in per cent; nothing while one of them is not a number, or the whole is 0. */
export function shareFormula(part: string, whole: string, decimals: number): string {
  return `IF(OR(NOT(ISNUMBER(${part})),NOT(ISNUMBER(${whole}))),"",IF(${whole}=0,"",ROUND(${part}/${whole}*100,${decimals})))`;
}

/** Sum of the numbers in a range; nothing where there are none. */
export function sumFormula(range: string): string {
  return `IF(COUNT(${range})=0,"",SUM(${range}))`;
}

/** «#,##0» with as many decimals as an indicator has. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
