/** What charts are called in Excel's list of objects. */

/** Names of the product's own charts begin so; a chart of any other name is a person's. */
export const CHART_NAME_START = 'Мониторинг: ';
