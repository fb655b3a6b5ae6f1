/** Texts of joining two Department's workbooks, and of holding a register against the files it was built from. */
export const MERGE_TEXTS = {
  programmesDiffer: (parts: readonly string[]) =>
    `Программы в книгах различаются (${parts.join(', ')}): объединить можно книги одной программы в одном состоянии. Приведите эти листы к одному виду и повторите.`,
  parts: {
    sites: '«Площадки»',
    indicators: '«Показатели»',
    targets: '«Плановые значения»',
    controls: '«Контроли»',
    editions: '«Редакции»',
    responsibles: '«Ответственные»',
    roadmap: '«Дорожная карта»',
  } as Readonly<Record<string, string>>,
  settings: '«Настройки»',
  forms: (forms: string, lines: string) => `В реестре: ${forms}; в журнале: ${lines}.`,
  conflict: (school: string, period: string, revision: number, files: readonly string[]) =>
    `Конфликт: ${school}, ${period}, корректировка № ${revision}: ${files.join(' и ')}. В реестр не внесено ничего: выберите верный файл и примите его командой receive либо запросите у школы корректировку.`,
  execution: (checkpoints: readonly string[]) =>
    `Лист «Исполнение» в книгах различается (${checkpoints.join('; ')}): оставлены строки первой книги.`,
  watched: (lines: readonly string[]) =>
    `Лист «На контроле»: во второй книге есть строки, которых нет в первой (${lines.join('; ')}). Они не перенесены: добавьте их в новую книгу сами.`,
} as const;

export const VERIFY_TEXTS = {
  proved: (proved: string, all: number) => `Подтверждено файлами: ${proved} из ${all}.`,
  digest: (period: string, digest: string) => `SHA-256 реестра по ${period} включительно: ${digest}`,
  empty: 'В реестре ещё нет принятых форм.',
} as const;
