/** What a page says when its scripts can't start. Read by the guard, which must run in browsers of any age: plain texts only. */
export const START_NOTICES = {
  'too-old': {
    title: 'Эта версия Excel слишком старая',
    lines: [
      'Надстройке «Кванториум: мониторинг» нужен Excel 2021 (LTSC) или новее, Excel из Microsoft 365, Excel для Mac или Excel в браузере.',
      'Обновите Excel или откройте книгу в Excel в браузере. Формы школ заполняются и проверяют себя и без надстройки, в любом Excel.',
    ],
  },
  'files-missing': {
    title: 'Не удалось загрузить файлы надстройки',
    lines: [
      'Возможно, надстройку только что обновили или пропала сеть.',
      'Закройте панель и откройте её снова. Если не поможет, перезапустите Excel. В книге ничего не изменилось.',
    ],
  },
} as const;
