import pieces from "@fontsource/noto-sans-kr/unicode.json";

const files = import.meta.glob<string>(
	"../../node_modules/@fontsource/noto-sans-kr/files/noto-sans-kr-[0-9]*-{400,700}-normal.woff2",
	{ eager: true, query: "?url", import: "default" },
);

// By hand rather than by the package's style sheets: those bring every piece in an older format as
// well, twice the size of all the rest that is served. A piece is loaded when one of its letters is
// on the page.
for (const [path, url] of Object.entries(files)) {
	const [, piece = "", weight = ""] = /noto-sans-kr-(\d+)-(\d+)-normal/.exec(path) ?? [];
	const unicodeRange = (pieces as Partial<Record<string, string>>)[`[${piece}]`];
	if (unicodeRange === undefined) continue;
	document.fonts.add(new FontFace("Noto Sans KR", `url(${url})`, { weight, unicodeRange, display: "swap" }));
}
