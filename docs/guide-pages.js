/* The guides as pages of the built site: Markdown of this folder in, whole HTML pages out. No script, no style inside. */
const path = require('path');
const MarkdownIt = require('markdown-it');

/** By the file in docs/: the page's name in guide/, and what the others call it. */
const GUIDES = {
  'guide-official.md': { page: 'official.html', title: 'Сотруднику департамента' },
  'operator-form.md': { page: 'operator-form.html', title: 'Форма оператора' },
  'guide-school.md': { page: 'school.html', title: 'Школе' },
  'guide-analyst.md': { page: 'analyst.html', title: 'Аналитику' },
  'data.md': { page: 'data.html', title: 'Данные' },
  'guide-administrator.md': { page: 'administrator.html', title: 'Администратору' },
};

/** Files beside the guides that their links may lead to, and that are built as they are. */
const FILES = /^(pictures\/[\w-]+\.png|sql\/[\w-]+\.sql)$/;

/** The anchor of a heading, as GitHub makes it, so that one link fits the file and the page. */
function anchorOf(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/**
 * Where a link of a guide leads on the site; null: to a file that the site does not have (the reader of the page sees
 * the words alone).
 */
function linkOf(href) {
  if (/^https?:/.test(href)) return href;
  const [file, anchor] = decodeURI(href).split('#');
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (file === '') return hash;
  const guide = GUIDES[file];
  if (guide) return guide.page + hash;
  return FILES.test(file) ? file : null;
}

function renderer() {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const { rules } = markdown.renderer;
  const plain = (tokens, index, options, _env, self) => self.renderToken(tokens, index, options);
  rules.heading_open = (tokens, index, options, env, self) => {
    const text = tokens[index + 1].children.map(({ content }) => content).join('');
    const anchor = anchorOf(text);
    tokens[index].attrSet('id', anchor);
    env.headings.push({ level: Number(tokens[index].tag.slice(1)), text, anchor });
    return plain(tokens, index, options, env, self);
  };
  // A link without a place to lead to is taken away, with its end.
  rules.link_open = (tokens, index, options, env, self) => {
    const href = linkOf(tokens[index].attrGet('href'));
    env.links.push(href);
    if (href === null) return '';
    tokens[index].attrSet('href', href);
    return plain(tokens, index, options, env, self);
  };
  rules.link_close = (tokens, index, options, env, self) =>
    env.links.pop() === null ? '' : plain(tokens, index, options, env, self);
  // What is wider than the page is moved within its own frame, also with the keyboard.
  rules.table_open = (_tokens, _index, _options, env) => {
    env.tables += 1;
    const name = `Таблица ${env.tables}: ${env.headings.at(-1)?.text ?? ''}`;
    return `<div class="wide" tabindex="0" role="region" aria-label="${escape(name)}"><table>\n`;
  };
  rules.table_close = () => '</table></div>\n';
  const code = rules.fence;
  rules.fence = (...args) => code(...args).replace('<pre>', '<pre tabindex="0">');
  return markdown;
}

/** `file`: its name in docs/; `policy`: the content security policy of all pages. */
function guidePage(file, text, { policy, version }) {
  const { page } = GUIDES[file];
  const env = { headings: [], links: [], tables: 0 };
  const body = renderer().render(text, env);
  const [title, ...chapters] = env.headings;
  const contents = chapters
    .filter(({ level }) => level === 2)
    .map(({ text: name, anchor }) => `<li><a href="#${anchor}">${escape(name)}</a></li>`);
  const others = Object.values(GUIDES).map(
    (guide) =>
      `<li><a href="${guide.page}"${guide.page === page ? ' aria-current="page"' : ''}>${guide.title}</a></li>`,
  );
  return `<!doctype html>
<html lang="ru">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>${escape(title.text)} – Кванториум: мониторинг</title>
    <link rel="icon" href="../assets/icon-32.png" />
    <link rel="stylesheet" href="../help.css?${version}" />
  </head>
  <body class="${path.basename(page, '.html')}">
    <header>
      <nav aria-label="Руководства">
        <ul>
          <li><a href="../help.html">Справка</a></li>
          ${others.join('\n          ')}
        </ul>
      </nav>
    </header>
    <main>
${contents.length > 3 ? body.replace('</h1>', `</h1>\n<nav class="contents" aria-label="На этой странице"><ul>${contents.join('')}</ul></nav>`) : body}
    </main>
    <footer><p>Кванториум: мониторинг, версия ${version}</p></footer>
  </body>
</html>
`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

module.exports = { GUIDES, anchorOf, guidePage, linkOf };
