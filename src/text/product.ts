/** The product's name and version, as stamps and documents show them; a test holds the version to package.json. */
export const PRODUCT_NAME = 'Кванториум: мониторинг';
export const PRODUCT_VERSION = '0.1.0';
