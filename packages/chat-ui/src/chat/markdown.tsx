import { Lexer, type MarkedToken, type Token } from "marked";
import { Fragment, memo, type ReactNode } from "react";

/**
 * Text of an answer, as elements: no markup is ever made of it, so nothing in it can run, and nothing is fetched for
 * it. What is finished is drawn once, however long the answer grows.
 */
export function Markdown({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="markdown">
      {new Lexer({ gfm: true }).lex(text).map((token, at) => (
        // A block stays at its place while more come after it.
        <Block key={at} token={token} />
      ))}
    </div>
  );
}

const Block = memo(
  ({ token }: { readonly token: Token }): ReactNode => drawn(token),
  (before, after) => before.token.raw === after.token.raw && before.token.type === after.token.type,
);

type Draw = { readonly [Type in MarkedToken["type"]]?: (token: TokenOf<Type>) => ReactNode };
type TokenOf<Type> = Extract<MarkedToken, { type: Type }>;

const inside = (tokens: readonly Token[] | undefined): ReactNode =>
  tokens?.map((token, at) => <Fragment key={at}>{drawn(token)}</Fragment>);

const DRAW: Draw = {
  space: () => null,
  paragraph: ({ tokens }) => <p dir="auto">{inside(tokens)}</p>,
  // The page has headings of its own, and an answer is none of its chapters.
  heading: ({ tokens }) => (
    <p dir="auto">
      <strong>{inside(tokens)}</strong>
    </p>
  ),
  blockquote: ({ tokens }) => <blockquote>{inside(tokens)}</blockquote>,
  list: (list) => <List {...list} />,
  code: ({ text }) => (
    <pre dir="ltr" tabIndex={0}>
      <code>{text}</code>
    </pre>
  ),
  hr: () => <hr />,
  table: (table) => <Table {...table} />,
  text: ({ text, tokens }) => (tokens ? inside(tokens) : text),
  escape: ({ text }) => text,
  strong: ({ tokens }) => <strong>{inside(tokens)}</strong>,
  em: ({ tokens }) => <em>{inside(tokens)}</em>,
  del: ({ tokens }) => <del>{inside(tokens)}</del>,
  codespan: ({ text }) => <code dir="ltr">{text}</code>,
  br: () => <br />,
  link: ({ href, text, tokens }) => (
    <Link href={href} text={text}>
      {inside(tokens)}
    </Link>
  ),
  // To show a picture is to tell its host that it was shown.
  image: ({ href, text }) => (
    <Link href={href} text={text}>
      {text || href}
    </Link>
  ),
};

function drawn(token: Token): ReactNode {
  const draw = (DRAW as Readonly<Record<string, ((token: Token) => ReactNode) | undefined>>)[
    token.type
  ];
  return draw ? draw(token) : token.raw;
}

function List({ ordered, start, items }: TokenOf<"list">): ReactNode {
  const rows = items.map((item, at) => <li key={at}>{inside(item.tokens)}</li>);
  return ordered ? <ol start={Number(start) || 1}>{rows}</ol> : <ul>{rows}</ul>;
}

function Table({ header, rows }: TokenOf<"table">): ReactNode {
  return (
    <div className="markdown-table" tabIndex={0} role="region" aria-label={header[0]?.text}>
      <table>
        <thead>
          <tr>
            {header.map(({ tokens }, at) => (
              <th key={at}>{inside(tokens)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map(({ tokens }, at) => (
                <td key={at}>{inside(tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LinkProps {
  readonly href: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** A link to elsewhere says where it leads. What is no address of the web is only its words. */
function Link({ href, text, children }: LinkProps): ReactNode {
  const url = webAddress(href);
  if (!url) return children;
  const isSaid = text.includes(url.host);
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      {children}
      {!isSaid && ` (${url.host})`}
    </a>
  );
}

function webAddress(href: string): URL | undefined {
  if (!/^https?:\/\//i.test(href)) return undefined;
  return URL.parse(href) ?? undefined;
}
