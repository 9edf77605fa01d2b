<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Something went wrong ({0}: {1}). Your text is here, and kept: save it, then start again.</source>
        <translation>問題が起きました（{0}: {1}）。文章は無事で、控えもあります。保存してから、起動し直してください。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>報告用の情報をコピー</translation>
    </message>
    <message>
        <source>“{0}” says that posts lie in “{1}”</source>
        <translation>「{0}」では、記事は「{1}」に置くことになっています</translation>
    </message>
    <message>
        <source>it lies in _drafts</source>
        <translation>_drafts にあります</translation>
    </message>
    <message>
        <source>Jekyll takes only names like 2026-01-07-title.md from _posts</source>
        <translation>Jekyll が _posts から拾うのは 2026-01-07-title.md のような名前だけです</translation>
    </message>
    <message>
        <source>it lies in a folder that Jekyll leaves out</source>
        <translation>Jekyll が読まないフォルダーにあります</translation>
    </message>
    <message>
        <source>“{0}” is no date</source>
        <translation>「{0}」は日付ではありません</translation>
    </message>
    <message>
        <source>the day in the file’s name is none</source>
        <translation>ファイル名の日付が正しくありません</translation>
    </message>
    <message>
        <source>{0}: Jekyll stops there</source>
        <translation>{0}。Jekyll はここで止まります</translation>
    </message>
    <message>
        <source>“published” says no</source>
        <translation>「published」がオフです</translation>
    </message>
    <message>
        <source>its date lies ahead</source>
        <translation>日付が未来です</translation>
    </message>
    <message>
        <source>Hugo takes posts from “{0}”</source>
        <translation>Hugo は「{0}」の中の記事だけを使います</translation>
    </message>
    <message>
        <source>Hugo can’t read the front matter and stops there</source>
        <translation>Hugo はフロントマターを読めず、ここで止まります</translation>
    </message>
    <message>
        <source>“{0}” is not a date that Hugo can parse; the build stops</source>
        <translation>「{0}」は Hugo が読める日付ではありません。ビルドが止まります</translation>
    </message>
    <message>
        <source>“draft” says so</source>
        <translation>「draft」がオンです</translation>
    </message>
    <message>
        <source>its time is over</source>
        <translation>掲載期間が終わっています</translation>
    </message>
    <message>
        <source>“{0}” says that it has no page</source>
        <translation>「{0}」によれば、この記事にページはありません</translation>
    </message>
    <message>
        <source>“headless” says that it has no page</source>
        <translation>「headless」によれば、この記事にページはありません</translation>
    </message>
    <message>
        <source>Hexo leaves out names that begin with “_”, “.”, “#” or “~”</source>
        <translation>Hexo は「_」「.」「#」「~」で始まる名前を読みません</translation>
    </message>
    <message>
        <source>outside of _posts, Hexo copies files without front matter</source>
        <translation>_posts の外にあるフロントマターのないファイルは、Hexo ではそのままコピーされます</translation>
    </message>
    <message>
        <source>{0}: has changes that are not saved</source>
        <translation>{0}: 保存していない変更があります</translation>
    </message>
    <message>
        <source>can’t be moved to {0}: {1}</source>
        <translation>{0} へ移動できません: {1}</translation>
    </message>
    <message>
        <source>is there already: nothing was moved</source>
        <translation>すでにあります。何も移動していません</translation>
    </message>
    <message>
        <source>{0} is there already: choose another name</source>
        <translation>{0} はすでにあります。別の名前にしてください</translation>
    </message>
    <message>
        <source>“{0}” can’t be a file’s name</source>
        <translation>「{0}」はファイル名に使えません</translation>
    </message>
    <message>
        <source>the name is too long for a file</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>is no folder (any more): choose the blog’s folder</source>
        <translation>フォルダーではありません（なくなったのかもしれません）。ブログのフォルダーを選んでください</translation>
    </message>
    <message>
        <source>holds several sites: name one of them ({0})</source>
        <translation>サイトがいくつもあります。どれか一つを指定してください（{0}）</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>lies ahead</source>
        <translation>公開前</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>not built</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>breaks the build</source>
        <translation>ビルドが止まる</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>the posts that are there can&apos;t be taken as an example: their front matter can&apos;t be put together</source>
        <translation>今ある記事のフロントマターから手本を組み立てられません</translation>
    </message>
    <message>
        <source>“{0}” is no language: write its code, like ja or pt-br</source>
        <translation>「{0}」は言語ではありません。ja や pt-br のようなコードで書いてください</translation>
    </message>
    <message>
        <source>{0} is there already</source>
        <translation>{0} はすでにあります</translation>
    </message>
    <message>
        <source>tell how the posts of a blog are written</source>
        <translation>ブログの記事の書き方の習慣を表示する</translation>
    </message>
    <message>
        <source>for machines</source>
        <translation>機械で読む形で出力する</translation>
    </message>
    <message>
        <source>{0}: no posts with front matter that can be read</source>
        <translation>{0}: フロントマターを読める記事がありません</translation>
    </message>
    <message>
        <source>start a post as the blog&apos;s posts are</source>
        <translation>ブログの記事にならって新しい記事を始める</translation>
    </message>
    <message>
        <source>its folder; the current one</source>
        <translation>ブログのフォルダー（省略時は今いるフォルダー）</translation>
    </message>
    <message>
        <source>the file&apos;s name; what the title makes</source>
        <translation>ファイル名（省略時はタイトルから作る）</translation>
    </message>
    <message>
        <source>instead of now</source>
        <translation>今の日時の代わりに使う</translation>
    </message>
    <message>
        <source>with the keys, values and place of this post</source>
        <translation>この記事のキー・値・置き場所にならう</translation>
    </message>
    <message>
        <source>one more value</source>
        <translation>値を一つ加える</translation>
    </message>
    <message>
        <source>as the generator has its drafts</source>
        <translation>ジェネレーターの下書きとして作る</translation>
    </message>
    <message>
        <source>print what would be written where</source>
        <translation>何をどこに書くかを表示するだけにする</translation>
    </message>
    <message>
        <source>--date {0}: this is no date: write it as 2026-04-12 or 2026-04-12 07:40 +0900</source>
        <translation>--date {0}: 日付ではありません。2026-04-12 または 2026-04-12 07:40 +0900 の形で書いてください</translation>
    </message>
    <message>
        <source>--slug {0}: a file name has no slashes</source>
        <translation>--slug {0}: ファイル名に斜線は使えません</translation>
    </message>
    <message>
        <source>{0}: no post of this blog with front matter that can be read</source>
        <translation>{0}: フロントマターを読めるこのブログの記事ではありません</translation>
    </message>
    <message>
        <source>{0} leads to nothing: the post or file was renamed or removed, or the name is wrong</source>
        <translation>{0} のリンク先がありません。記事やファイルの名前が変わったか、消えたか、書き間違いです</translation>
    </message>
    <message>
        <source>{0}; {1} stops there</source>
        <translation>{0}（{1} はここで止まります）</translation>
    </message>
    <message>
        <source>{0} has the same address, {1}: give one of them another name, date or permalink</source>
        <translation>{0} も同じアドレス {1} です。どちらかの名前・日付・permalink を変えてください</translation>
    </message>
    <message>
        <source>“{0}” is “{1}” in {2} posts</source>
        <translation>「{0}」は、ほかの {2} 件の記事では「{1}」です</translation>
    </message>
    <message>
        <source>no other post is in the category “{0}”</source>
        <translation>「{0}」というカテゴリーの記事はほかにありません</translation>
    </message>
    <message>
        <source>nearly all links between posts of this blog are written as {0}</source>
        <translation>このブログの記事どうしのリンクは、ほとんどが {0} の形です</translation>
    </message>
    <message>
        <source>Write it so</source>
        <translation>その形に書き直す</translation>
    </message>
    <message>
        <source>nearly all posts of this blog have “{0}”, and this one does not</source>
        <translation>このブログのほとんどの記事には「{0}」がありますが、この記事にはありません</translation>
    </message>
    <message>
        <source>Jekyll would build the post without its front matter</source>
        <translation>Jekyll はフロントマターなしで記事を作ってしまいます</translation>
    </message>
    <message>
        <source>Hugo stops building</source>
        <translation>Hugo はビルドを止めます</translation>
    </message>
    <message>
        <source>Astro stops building</source>
        <translation>Astro はビルドを止めます</translation>
    </message>
    <message>
        <source>Eleventy stops building</source>
        <translation>Eleventy はビルドを止めます</translation>
    </message>
    <message>
        <source>Hexo leaves the post out</source>
        <translation>Hexo はこの記事を除きます</translation>
    </message>
    <message>
        <source>Astro reads no key at all</source>
        <translation>Astro はキーを一つも読みません</translation>
    </message>
    <message>
        <source>readers would see it as text</source>
        <translation>文字としてそのまま表示されます</translation>
    </message>
    <message>
        <source>Hugo reads it as text</source>
        <translation>Hugo は文字として読みます</translation>
    </message>
    <message>
        <source>a tab indents this line: Hexo reads it, the other generators do not. Indent with spaces</source>
        <translation>タブで字下げしています。Hexo は読めますが、ほかのジェネレーターは読めません。空白で字下げしてください</translation>
    </message>
    <message>
        <source>“{0}” stands more than once (lines {1}): {2} stops at it</source>
        <translation>「{0}」が複数あります（{1} 行目）。{2} はここで止まります</translation>
    </message>
    <message>
        <source>“{0}” stands more than once (lines {1}): only the first one counts</source>
        <translation>「{0}」が複数あります（{1} 行目）。有効なのは最初のものだけです</translation>
    </message>
    <message>
        <source>“{0}” stands more than once (lines {1}): only the last one counts</source>
        <translation>「{0}」が複数あります（{1} 行目）。有効なのは最後のものだけです</translation>
    </message>
    <message>
        <source>Remove line {0}, which does not count</source>
        <translation>無視される {0} 行目を削除</translation>
    </message>
    <message>
        <source>“{0}” is the same key as “{1}” to Hugo (lines {2}, {3}): only “{1}” counts</source>
        <translation>Hugo では「{0}」は「{1}」と同じキーです（{2} 行目と {3} 行目）。「{1}」だけが有効です</translation>
    </message>
    <message>
        <source>“{0}” is in the same map twice: {1} stops at it</source>
        <translation>同じマップに「{0}」が二つあります。{1} はそこで止まります</translation>
    </message>
    <message>
        <source>the file starts with a byte order mark: some generators then see no front matter</source>
        <translation>ファイルの先頭にバイト順マークがあり、フロントマターを読めないジェネレーターがあります</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Indent with spaces</source>
        <translation>空白で字下げ</translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation>引用符を閉じる</translation>
    </message>
    <message>
        <source>Use single quotes</source>
        <translation>一重引用符にする</translation>
    </message>
    <message>
        <source>Double the quotes inside</source>
        <translation>中の引用符を二つ重ねる</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>リストを閉じる</translation>
    </message>
    <message>
        <source>Put the value in quotes</source>
        <translation>値を引用符で囲む</translation>
    </message>
    <message>
        <source>Put {0} below line {1}</source>
        <translation>{1} 行目の下に {0} を置く</translation>
    </message>
    <message>
        <source>a file that is no text</source>
        <translation>テキストではないファイル</translation>
    </message>
    <message>
        <source>no generator reads it</source>
        <translation>どのジェネレーターも読めません</translation>
    </message>
    <message>
        <source>saving would change more than was edited</source>
        <translation>編集していない所まで変わってしまう保存</translation>
    </message>
    <message>
        <source>please report it</source>
        <translation>お知らせください</translation>
    </message>
    <message>
        <source>Postwright&apos;s promise</source>
        <translation>Postwright の約束</translation>
    </message>
    <message>
        <source>front matter that can&apos;t be read</source>
        <translation>読めないフロントマター</translation>
    </message>
    <message>
        <source>Jekyll builds the post today without it, others stop</source>
        <translation>Jekyll はフロントマターなしで今日の記事として作り、ほかは止まります</translation>
    </message>
    <message>
        <source>a tab that indents</source>
        <translation>タブの字下げ</translation>
    </message>
    <message>
        <source>YAML forbids it</source>
        <translation>YAML では使えません</translation>
    </message>
    <message>
        <source>a key that stands twice</source>
        <translation>二つあるキー</translation>
    </message>
    <message>
        <source>only one counts, and js-yaml stops</source>
        <translation>一つだけが有効で、js-yaml は止まります</translation>
    </message>
    <message>
        <source>a byte order mark</source>
        <translation>バイト順マーク</translation>
    </message>
    <message>
        <source>some generators see no front matter then</source>
        <translation>フロントマターを読めなくなるジェネレーターがあります</translation>
    </message>
    <message>
        <source>front matter that the generator does not see</source>
        <translation>ジェネレーターが気づかないフロントマター</translation>
    </message>
    <message>
        <source>readers see it as text, or the build stops</source>
        <translation>文字として表示されるか、ビルドが止まります</translation>
    </message>
    <message>
        <source>a key with full-width letters or invisible characters</source>
        <translation>全角文字や見えない文字を含むキー</translation>
    </message>
    <message>
        <source>it is a different key</source>
        <translation>別のキーになります</translation>
    </message>
    <message>
        <source>`layout: post` with invisible characters</source>
        <translation>見えない文字が付いた `layout: post`</translation>
    </message>
    <message>
        <source>it names a different layout, page or tag</source>
        <translation>別のレイアウトやページ、タグの名前になります</translation>
    </message>
    <message>
        <source>a full-width comma separates nothing</source>
        <translation>全角のコンマでは区切られません</translation>
    </message>
    <message>
        <source>`-a` and `key:a` below a key</source>
        <translation>キーの下の `-a` や `key:a`</translation>
    </message>
    <message>
        <source>without a space they are one text</source>
        <translation>スペースがないと一つの文字列になります</translation>
    </message>
    <message>
        <source>“#” after a space starts a comment</source>
        <translation>スペースの後の「#」からはコメントになります</translation>
    </message>
    <message>
        <source>it is a YAML tag or anchor, and js-yaml stops</source>
        <translation>YAML のタグやアンカーで、js-yaml はそこで止まります</translation>
    </message>
    <message>
        <source>`tags: 2024` and the like</source>
        <translation>`tags: 2024` など</translation>
    </message>
    <message>
        <source>the generator wants another type: it stops, or drops the value</source>
        <translation>型が合わないため、ビルドが止まるか値がなくなります</translation>
    </message>
    <message>
        <source>`published: &apos;no&apos;`</source>
        <translation>`published: &apos;no&apos;`</translation>
    </message>
    <message>
        <source>a text does not hide the post</source>
        <translation>文字列では記事は隠れません</translation>
    </message>
    <message>
        <source>`published:` without a value</source>
        <translation>値のない `published:`</translation>
    </message>
    <message>
        <source>it hides the post</source>
        <translation>記事が隠れます</translation>
    </message>
    <message>
        <source>`draft: true` in `_posts`</source>
        <translation>`_posts` の中の `draft: true`</translation>
    </message>
    <message>
        <source>it has no effect there</source>
        <translation>そこでは効きません</translation>
    </message>
    <message>
        <source>`draft: no` where that is a text</source>
        <translation>文字列になる `draft: no`</translation>
    </message>
    <message>
        <source>a text counts as yes</source>
        <translation>文字列は「はい」と見なされます</translation>
    </message>
    <message>
        <source>it is not two tags to this generator</source>
        <translation>このジェネレーターでは二つのタグになりません</translation>
    </message>
    <message>
        <source>`tag` and `tags`</source>
        <translation>`tag` と `tags`</translation>
    </message>
    <message>
        <source>only `tag` counts</source>
        <translation>`tag` だけが有効です</translation>
    </message>
    <message>
        <source>a text that YAML reads as something else</source>
        <translation>YAML が別のものとして読む文字列</translation>
    </message>
    <message>
        <source>`no` becomes false, `1.10` 1.1</source>
        <translation>`no` は false に、`1.10` は 1.1 になります</translation>
    </message>
    <message>
        <source>a named style in `permalink`</source>
        <translation>`permalink` の中の形式名</translation>
    </message>
    <message>
        <source>it works in `_config.yml` alone</source>
        <translation>`_config.yml` の中でだけ使えます</translation>
    </message>
    <message>
        <source>a date that is none</source>
        <translation>日付ではない日付</translation>
    </message>
    <message>
        <source>it stops the build, or is read as another day</source>
        <translation>ビルドが止まるか、別の日として読まれます</translation>
    </message>
    <message>
        <source>a date that is not the file name&apos;s</source>
        <translation>ファイル名と違う日付</translation>
    </message>
    <message>
        <source>the date decides the address</source>
        <translation>アドレスは日付で決まります</translation>
    </message>
    <message>
        <source>a time without offset and quotes</source>
        <translation>時差も引用符もない時刻</translation>
    </message>
    <message>
        <source>it is UTC, so the day may be another</source>
        <translation>UTC なので、日が変わることがあります</translation>
    </message>
    <message>
        <source>a date in the future</source>
        <translation>未来の日付</translation>
    </message>
    <message>
        <source>the post is left out until then</source>
        <translation>その時まで記事は載りません</translation>
    </message>
    <message>
        <source>a code block without an end</source>
        <translation>終わりのないコードブロック</translation>
    </message>
    <message>
        <source>all that follows is code</source>
        <translation>その後がすべてコードになります</translation>
    </message>
    <message>
        <source>a link without its closing bracket</source>
        <translation>閉じ括弧のないリンク</translation>
    </message>
    <message>
        <source>readers see it as text</source>
        <translation>読者にはただの文字に見えます</translation>
    </message>
    <message>
        <source>`##&#x3000;x`, `-&#x3000;x`, `[x]（y）` from a full-width keyboard</source>
        <translation>全角で入力した `##&#x3000;x`、`-&#x3000;x`、`[x]（y）`</translation>
    </message>
    <message>
        <source>readers see the marks</source>
        <translation>記号がそのまま表示されます</translation>
    </message>
    <message>
        <source>`**「x」**y` where that is not bold</source>
        <translation>太字にならない `**「x」**y`</translation>
    </message>
    <message>
        <source>readers see the stars</source>
        <translation>アスタリスクがそのまま表示されます</translation>
    </message>
    <message>
        <source>a level of headings that is skipped</source>
        <translation>飛ばされた見出しの段階</translation>
    </message>
    <message>
        <source>readers by headings miss it</source>
        <translation>見出しで読む人が迷います</translation>
    </message>
    <message>
        <source>TODO, 要確認 and the like</source>
        <translation>TODO や「要確認」など</translation>
    </message>
    <message>
        <source>readers would see it</source>
        <translation>読者に見えてしまいます</translation>
    </message>
    <message>
        <source>a key or token</source>
        <translation>鍵やトークン</translation>
    </message>
    <message>
        <source>anybody could use it</source>
        <translation>誰でも使えてしまいます</translation>
    </message>
    <message>
        <source>what Word or a chat left in the text</source>
        <translation>Word やチャットの貼り付け跡</translation>
    </message>
    <message>
        <source>`utm_source=…` in an address</source>
        <translation>アドレスの `utm_source=…`</translation>
    </message>
    <message>
        <source>it tells where readers come from</source>
        <translation>読者がどこから来たかが伝わります</translation>
    </message>
    <message>
        <source>`github.com/…` without https://</source>
        <translation>https:// のない `github.com/…`</translation>
    </message>
    <message>
        <source>it leads into your own blog</source>
        <translation>自分のブログの中へ向かいます</translation>
    </message>
    <message>
        <source>a link to a heading that is not there</source>
        <translation>存在しない見出しへのリンク</translation>
    </message>
    <message>
        <source>it leads nowhere</source>
        <translation>どこにも行けません</translation>
    </message>
    <message>
        <source>a picture that the blog does not have</source>
        <translation>ブログにない画像</translation>
    </message>
    <message>
        <source>readers see none</source>
        <translation>読者には見えません</translation>
    </message>
    <message>
        <source>a picture over 2 MB</source>
        <translation>2 MB を超える画像</translation>
    </message>
    <message>
        <source>readers wait for it</source>
        <translation>読者を待たせます</translation>
    </message>
    <message>
        <source>a picture without words</source>
        <translation>説明のない画像</translation>
    </message>
    <message>
        <source>who can&apos;t see it learns nothing</source>
        <translation>見えない人に何も伝わりません</translation>
    </message>
    <message>
        <source>a picture by http:</source>
        <translation>http: の画像</translation>
    </message>
    <message>
        <source>browsers may not show it</source>
        <translation>ブラウザーが表示しないことがあります</translation>
    </message>
    <message>
        <source>a template tag that the blog does not know</source>
        <translation>ブログが知らないテンプレートタグ</translation>
    </message>
    <message>
        <source>the build stops there</source>
        <translation>そこでビルドが止まります</translation>
    </message>
    <message>
        <source>a Liquid tag that is never closed, or closes nothing</source>
        <translation>閉じられていない、または対応のない Liquid タグ</translation>
    </message>
    <message>
        <source>Jekyll&apos;s whole build stops, in code too</source>
        <translation>コードの中でも Jekyll のビルド全体が止まります</translation>
    </message>
    <message>
        <source>a link to a post that is not there</source>
        <translation>存在しない記事へのリンク</translation>
    </message>
    <message>
        <source>it leads nowhere; tags stop the build</source>
        <translation>どこにも行けず、タグならビルドが止まります</translation>
    </message>
    <message>
        <source>an address that another post has</source>
        <translation>ほかの記事と同じアドレス</translation>
    </message>
    <message>
        <source>one is written over the other</source>
        <translation>片方が上書きされます</translation>
    </message>
    <message>
        <source>a tag that is written otherwise elsewhere</source>
        <translation>ほかと書き方の違うタグ</translation>
    </message>
    <message>
        <source>it gets a page of its own</source>
        <translation>別のページになります</translation>
    </message>
    <message>
        <source>a category that no other post has</source>
        <translation>ほかに使われていないカテゴリー</translation>
    </message>
    <message>
        <source>it may be a slip</source>
        <translation>書き間違いかもしれません</translation>
    </message>
    <message>
        <source>a link written otherwise than the blog&apos;s</source>
        <translation>ブログの習慣と違うリンクの書き方</translation>
    </message>
    <message>
        <source>it breaks when the post moves</source>
        <translation>記事を移すと切れます</translation>
    </message>
    <message>
        <source>a key that nearly all posts have</source>
        <translation>ほとんどの記事にあるキー</translation>
    </message>
    <message>
        <source>the theme may need it</source>
        <translation>テーマに必要かもしれません</translation>
    </message>
    <message>
        <source>“{0}” is no date. Write it as 2025-11-02 or 2025-11-02 21:54:50 +0900</source>
        <translation>「{0}」は日付ではありません。2025-11-02 または 2025-11-02 21:54:50 +0900 の形で書いてください</translation>
    </message>
    <message>
        <source>Write {0}, as the file’s name says</source>
        <translation>ファイル名のとおり {0} にする</translation>
    </message>
    <message>
        <source>the date says {0}, the file’s name {1}: the date counts, also in the post’s address</source>
        <translation>日付は {0}、ファイル名は {1} です。日付のほうが有効で、記事のアドレスにも使われます</translation>
    </message>
    <message>
        <source>Write {0}</source>
        <translation>{0} にする</translation>
    </message>
    <message>
        <source>Hugo reads “{0}” as a date, and {1} is not one: Hugo stops building</source>
        <translation>Hugo は「{0}」を日付として読みますが、{1} は日付ではないため、ビルドを止めます</translation>
    </message>
    <message>
        <source>{1} cannot read “{0}” as a date: {2}. Write it as {3}</source>
        <translation>{1} は「{0}」を日付として読めません。{2}。{3} の形で書いてください</translation>
    </message>
    <message>
        <source>“{0}” is not the date that it looks like: {1}</source>
        <translation>「{0}」は見た目どおりの日付になりません。{1}</translation>
    </message>
    <message>
        <source>Write draft: {0} in its place</source>
        <translation>代わりに draft: {0} と書く</translation>
    </message>
    <message>
        <source>a time without offset and quotes is UTC: the site in {0} shows {1:%Y-%m-%d %H:%M}</source>
        <translation>時差も引用符もない時刻は UTC です。{0} のサイトでは {1:%Y-%m-%d %H:%M} と表示されます</translation>
    </message>
    <message>
        <source>Add the site’s offset</source>
        <translation>サイトの時差を加える</translation>
    </message>
    <message>
        <source>the date lies ahead: {0} leaves the post out until then</source>
        <translation>日付が未来です。{0} はその時までこの記事を載せません</translation>
    </message>
    <message>
        <source>the date lies ahead: {0} leaves the post out until then, unless the site has “future” on</source>
        <translation>日付が未来です。サイトで「future」をオンにしていなければ、{0} はその時までこの記事を載せません</translation>
    </message>
    <message>
        <source>Set it to now</source>
        <translation>今の日時にする</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 ファイル</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} ファイル</translation>
    </message>
    <message>
        <source>{0}, {1} open and save unchanged, {2} problems</source>
        <translation>{0}、開いて保存しても同じ: {1}、問題: {2}</translation>
    </message>
    <message>
        <source>the picture {0} is not in the blog: put it there, or correct its address</source>
        <translation>画像 {0} がブログにありません。そこに置くか、アドレスを直してください</translation>
    </message>
    <message>
        <source>{0} has {1:.1f} MB: readers wait for it; make it smaller</source>
        <translation>{0} は {1:.1f} MB あり、読者を待たせます。小さくしてください</translation>
    </message>
    <message>
        <source>the picture has no words for readers who can’t see it: say what it shows, between the brackets</source>
        <translation>画像を見られない読者のための説明がありません。角括弧の中に、何の画像かを書いてください</translation>
    </message>
    <message>
        <source>browsers may not show a picture that comes by http: on a page that comes by https:</source>
        <translation>https: のページにある http: の画像は、ブラウザーが表示しないことがあります</translation>
    </message>
    <message>
        <source>Make it https</source>
        <translation>https にする</translation>
    </message>
    <message>
        <source>saving this file would change bytes that were not edited; please report it</source>
        <translation>このファイルを保存すると、編集していない所まで変わってしまいます。お知らせください</translation>
    </message>
    <message>
        <source>{0} does not know the tag “{1}” and stops there: correct it, or put it in raw</source>
        <translation>{0} はタグ「{1}」を知らず、ここで止まります。直すか、raw で囲んでください</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>秘密鍵</translation>
    </message>
    <message>
        <source>a token of GitHub</source>
        <translation>GitHub のトークン</translation>
    </message>
    <message>
        <source>a key of AWS</source>
        <translation>AWS の鍵</translation>
    </message>
    <message>
        <source>a token of Slack</source>
        <translation>Slack のトークン</translation>
    </message>
    <message>
        <source>a key of Google</source>
        <translation>Google の鍵</translation>
    </message>
    <message>
        <source>a key of Stripe</source>
        <translation>Stripe の鍵</translation>
    </message>
    <message>
        <source>a key of OpenAI</source>
        <translation>OpenAI の鍵</translation>
    </message>
    <message>
        <source>a token of npm</source>
        <translation>npm のトークン</translation>
    </message>
    <message>
        <source>a chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>a file of this machine</source>
        <translation>このマシンのファイル</translation>
    </message>
    <message>
        <source>this code block has no end: readers would see its marks; close it with {0}</source>
        <translation>このコードブロックは閉じられていません。記号がそのまま表示されます。{0} で閉じてください</translation>
    </message>
    <message>
        <source>this code block has no end: all that follows is code; close it with {0}</source>
        <translation>このコードブロックには終わりがなく、後がすべてコードになります。{0} で閉じてください</translation>
    </message>
    <message>
        <source>a heading of level {0} follows one of level {1}: level {2} is skipped</source>
        <translation>段階 {1} の見出しの次が段階 {0} で、段階 {2} が飛ばされています</translation>
    </message>
    <message>
        <source>“{0}” is a note to yourself: readers would see it</source>
        <translation>「{0}」は自分用の覚え書きのようです。読者に見えてしまいます</translation>
    </message>
    <message>
        <source>this looks like {0}: take it out, and make it invalid where you got it</source>
        <translation>{0}のように見えます。削除し、発行元で無効にしてください</translation>
    </message>
    <message>
        <source>“{0}” was left over from {1}</source>
        <translation>「{0}」は{1}から貼り付けた跡です</translation>
    </message>
    <message>
        <source>this address tells the site where your readers come from</source>
        <translation>このアドレスは、読者がどこから来たかを相手のサイトに伝えます</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>短くする</translation>
    </message>
    <message>
        <source>this link has no closing bracket: readers would see it as text</source>
        <translation>このリンクには閉じ括弧がなく、読者にはただの文字に見えます</translation>
    </message>
    <message>
        <source>no heading of this post has the name {0}</source>
        <translation>この記事に {0} という見出しはありません</translation>
    </message>
    <message>
        <source>{0} leads to a page of your own blog: an address of another site begins with https://</source>
        <translation>{0} は自分のブログのページに向かいます。ほかのサイトのアドレスは https:// で始まります</translation>
    </message>
    <message>
        <source>Add https://</source>
        <translation>https:// を付ける</translation>
    </message>
    <message>
        <source>Hugo takes this “{0}” for false, so the post is visible</source>
        <translation>Hugo はこの「{0}」を false として読むため、記事は公開されます</translation>
    </message>
    <message>
        <source>Hugo takes this “{0}” for false</source>
        <translation>Hugo はこの「{0}」を false として読みます</translation>
    </message>
    <message>
        <source>Jekyll takes this “{0}” for a text, so the post is visible</source>
        <translation>Jekyll はこの「{0}」を文字列と見なすので、記事は公開されます</translation>
    </message>
    <message>
        <source>Astro takes this “{0}” for a text: it counts as yes, or the schema stops the build</source>
        <translation>Astro はこの「{0}」を文字列として読みます。「はい」とみなされるか、スキーマがビルドを止めます</translation>
    </message>
    <message>
        <source>Write false</source>
        <translation>false にする</translation>
    </message>
    <message>
        <source>an empty “published” hides the post</source>
        <translation>「published」が空だと、記事は隠れます</translation>
    </message>
    <message>
        <source>Write true</source>
        <translation>true にする</translation>
    </message>
    <message>
        <source>Jekyll pays no attention to “draft” in _posts: the post is visible. “published: false” hides it</source>
        <translation>Jekyll は _posts の中の「draft」を見ないので、記事は公開されます。隠すのは「published: false」です</translation>
    </message>
    <message>
        <source>Hide it with published: false</source>
        <translation>published: false で隠す</translation>
    </message>
    <message>
        <source> and </source>
        <translation>と</translation>
    </message>
    <message>
        <source>Jekyll splits {0} at spaces, not at commas: it reads {1}</source>
        <translation>Jekyll は {0} をコンマではなく空白で分けるので、{1} と読みます</translation>
    </message>
    <message>
        <source>this is one of {0}, “{1}”: commas do not split it</source>
        <translation>これは{0}一つ「{1}」です。コンマでは分かれません</translation>
    </message>
    <message>
        <source>Make it a list</source>
        <translation>リストにする</translation>
    </message>
    <message>
        <source>Move it into tags</source>
        <translation>tags に移す</translation>
    </message>
    <message>
        <source>Jekyll reads only “tag” when “tags” is there too: the post loses its other tags</source>
        <translation>「tags」もあると Jekyll は「tag」だけを読むので、ほかのタグが失われます</translation>
    </message>
    <message>
        <source>yes or no (true or false), not as a text</source>
        <translation>文字列ではなく、はい・いいえ（true か false）</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>the number {0}</source>
        <translation>数値 {0}</translation>
    </message>
    <message>
        <source>no value at all</source>
        <translation>空の値</translation>
    </message>
    <message>
        <source>a date, which is printed with its time and time zone</source>
        <translation>日付（時刻とタイムゾーン付きで表示されます）</translation>
    </message>
    <message>
        <source>a time, which is printed in the site’s time zone</source>
        <translation>日時（サイトのタイムゾーンで表示されます）</translation>
    </message>
    <message>
        <source>the brackets make a list of this {0}: put it in quotes</source>
        <translation>角括弧のため、この {0} はリストになります。引用符で囲んでください</translation>
    </message>
    <message>
        <source>the braces make a map of this {0}: put it in quotes</source>
        <translation>波括弧のため、この {0} はマップになります。引用符で囲んでください</translation>
    </message>
    <message>
        <source>{0} (Hugo reads an empty text)</source>
        <translation>{0}（Hugo では空になります）</translation>
    </message>
    <message>
        <source>“#” starts a comment here: “{0}” is not read</source>
        <translation>ここの「#」からはコメントになり、「{0}」は読まれません</translation>
    </message>
    <message>
        <source>“{0}” is a YAML tag, not a part of the value: put the value in quotes</source>
        <translation>「{0}」は YAML のタグで、値の一部になりません。値を引用符で囲んでください</translation>
    </message>
    <message>
        <source>“&amp;{0}” is a YAML anchor, not a part of the value: put the value in quotes</source>
        <translation>「&amp;{0}」は YAML のアンカーで、値の一部になりません。値を引用符で囲んでください</translation>
    </message>
    <message>
        <source>“{0}” is not a valid value for the YAML tag !!{1}</source>
        <translation>「{0}」は YAML タグ !!{1} の値として正しくありません</translation>
    </message>
    <message>
        <source>Jekyll stops building the whole site: {0} must be a text</source>
        <translation>Jekyll はサイト全体のビルドを止めます。{0} は文字列でなければなりません</translation>
    </message>
    <message>
        <source>Jekyll reads {0} from a text or a list only: the post has none</source>
        <translation>Jekyll は {0} を文字列かリストからだけ読みます。この記事では空になります</translation>
    </message>
    <message>
        <source>Hugo stops building: {0} must be a map of keys</source>
        <translation>Hugo はビルドを止めます。{0} はキーのマップでなければなりません</translation>
    </message>
    <message>
        <source>Zola stops building: {0} must be a text</source>
        <translation>Zola のビルドが止まります。{0} は文字列でなければなりません</translation>
    </message>
    <message>
        <source>Zola stops building: {0} must be true or false</source>
        <translation>Zola のビルドが止まります。{0} は true か false でなければなりません</translation>
    </message>
    <message>
        <source>Zola stops building: {0} must be a whole number from 0 up</source>
        <translation>Zola のビルドが止まります。{0} は 0 以上の整数でなければなりません</translation>
    </message>
    <message>
        <source>Zola stops building: {0} must be a list of texts</source>
        <translation>Zola のビルドが止まります。{0} は文字列のリストでなければなりません</translation>
    </message>
    <message>
        <source>Jekyll would build the post without its front matter: {0} must be a text or a list</source>
        <translation>Jekyll はフロントマターなしで記事をビルドします。{0} は文字列かリストでなければなりません</translation>
    </message>
    <message>
        <source>Eleventy stops building: {0} must be a text or a list</source>
        <translation>Eleventy はビルドを止めます。{0} は文字列かリストでなければなりません</translation>
    </message>
    <message>
        <source>Eleventy stops building: {0} must be a text or false</source>
        <translation>Eleventy はビルドを止めます。{0} は文字列か false でなければなりません</translation>
    </message>
    <message>
        <source>Hexo leaves the post out: {0} must be a text</source>
        <translation>Hexo はこの記事を除外します。{0} は文字列でなければなりません</translation>
    </message>
    <message>
        <source>Hexo shows “[object Object]” for {0}</source>
        <translation>Hexo では {0} が「[object Object]」と表示されます</translation>
    </message>
    <message>
        <source>Zola stops building: {0} must be a map of keys</source>
        <translation>Zola のビルドが止まります。{0} はキーと値の組でなければなりません</translation>
    </message>
    <message>
        <source>Hugo stops building: {0} must be a text</source>
        <translation>Hugo はビルドを止めます。{0} は文字列でなければなりません</translation>
    </message>
    <message>
        <source>Hugo reads this {0} as 0, which means no weight: write a whole number</source>
        <translation>Hugo はこの {0} を 0（重みなし）として読みます。整数で書いてください</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>引用符で囲む</translation>
    </message>
    <message>
        <source>“{0}” without quotes is read as {1}</source>
        <translation>引用符のない「{0}」は {1} として読まれます</translation>
    </message>
    <message>
        <source>{0} takes this “{1}” for a text, and any text counts as yes</source>
        <translation>{0} はこの「{1}」を文字列と見なし、どんな文字列も「はい」になります</translation>
    </message>
    <message>
        <source>Jekyll knows the style “{0}” in _config.yml only: here it is the address itself</source>
        <translation>Jekyll が形式名「{0}」を知っているのは _config.yml の中だけで、ここではそのままアドレスになります</translation>
    </message>
    <message>
        <source>Write the style out</source>
        <translation>形式を書き下す</translation>
    </message>
    <message>
        <source>print a post&apos;s front matter</source>
        <translation>記事のフロントマターを表示する</translation>
    </message>
    <message>
        <source>print this key&apos;s value alone</source>
        <translation>このキーの値だけを表示する</translation>
    </message>
    <message>
        <source>a JSON object a line</source>
        <translation>1 行に 1 つの JSON で出力する</translation>
    </message>
    <message>
        <source>{0}: has no key “{1}”</source>
        <translation>{0}: キー「{1}」がありません</translation>
    </message>
    <message>
        <source>change front matter and nothing else</source>
        <translation>フロントマターだけを変え、ほかには触れない</translation>
    </message>
    <message>
        <source>add an item to a list</source>
        <translation>リストに項目を加える</translation>
    </message>
    <message>
        <source>take an item out of a list</source>
        <translation>リストから項目を除く</translation>
    </message>
    <message>
        <source>remove a key</source>
        <translation>キーを削除する</translation>
    </message>
    <message>
        <source>name what to change, then --, then the files: postwright set title=Hello -- post.md</source>
        <translation>変える内容を書き、-- の後にファイルを書いてください: postwright set title=Hello -- post.md</translation>
    </message>
    <message>
        <source>{0}: {1}. The file was not changed</source>
        <translation>{0}: {1}。ファイルは変わっていません</translation>
    </message>
    <message>
        <source>“{0}” is no KEY=TEXT</source>
        <translation>「{0}」は KEY=TEXT の形ではありません</translation>
    </message>
    <message>
        <source>“{0}” holds a single value: it can’t become a list</source>
        <translation>「{0}」は値をひとつだけ持つキーなので、リストにはできません</translation>
    </message>
    <message>
        <source>“{0}” has the item “{1}” already</source>
        <translation>「{0}」にはすでに「{1}」があります</translation>
    </message>
    <message>
        <source>“{0}” has no item “{1}”</source>
        <translation>「{0}」に「{1}」という項目はありません</translation>
    </message>
    <message>
        <source>has no key “{0}”</source>
        <translation>キー「{0}」がありません</translation>
    </message>
    <message>
        <source>a key can’t move into another one: give only its new name</source>
        <translation>キーを別のキーの中へ移すことはできません。新しい名前だけを書いてください</translation>
    </message>
    <message>
        <source>“{0}” is no OLD=NEW</source>
        <translation>「{0}」は OLD=NEW の形ではありません</translation>
    </message>
    <message>
        <source>{0} reads “{1}” as {2} only, and takes no notice of this one: move it there as text first</source>
        <translation>{0} が読むのは「{1}」ではなく {2} だけです。先にテキストとしてそこへ移してください</translation>
    </message>
    <message>
        <source>add an item to a list; KEY:=JSON too</source>
        <translation>リストに項目を加える（KEY:=JSON も可）</translation>
    </message>
    <message>
        <source>give a key another name</source>
        <translation>キーの名前を変える</translation>
    </message>
    <message>
        <source>{0}: a save was stopped earlier; its text was not applied: open the post to compare</source>
        <translation>{0}: 前の保存が途中で止まっています。その文章は反映していません。記事を開くと比べられます</translation>
    </message>
    <message>
        <source>find problems, and prove that each post opens and saves unchanged</source>
        <translation>問題を見つけ、どの記事も開いて保存して変わらないことを確かめる</translation>
    </message>
    <message>
        <source>texts, links and pictures too, not only front matter</source>
        <translation>フロントマターだけでなく、文章・リンク・画像も調べる</translation>
    </message>
    <message>
        <source>show these problems and graver ones</source>
        <translation>この重さ以上の問題を表示する</translation>
    </message>
    <message>
        <source>print the table of problems, with the source of each rule</source>
        <translation>問題の一覧表を、規則の出典とともに表示する</translation>
    </message>
    <message>
        <source>print a post as HTML</source>
        <translation>記事を HTML にして表示する</translation>
    </message>
    <message>
        <source>render as the blog in this folder does</source>
        <translation>このフォルダーのブログと同じように変換する</translation>
    </message>
    <message>
        <source>the body alone, without page and head</source>
        <translation>ページの外枠や head を除いた本文だけ</translation>
    </message>
    <message>
        <source>{&quot;path&quot;, &quot;html&quot;} a line</source>
        <translation>1 行に 1 つの {&quot;path&quot;, &quot;html&quot;}</translation>
    </message>
    <message>
        <source>write here instead of standard output</source>
        <translation>標準出力の代わりにここへ書く</translation>
    </message>
    <message>
        <source>print versions, folders and problems, for a bug report</source>
        <translation>不具合の報告に使うバージョン・フォルダー・問題を表示する</translation>
    </message>
    <message>
        <source>save a picture of the window with a post</source>
        <translation>記事を開いたウィンドウの画像を保存する</translation>
    </message>
    <message>
        <source>the size is written as 1400x900, the scale as a number up to 8</source>
        <translation>大きさは 1400x900 のように、倍率は 8 までの数で書いてください</translation>
    </message>
    <message>
        <source>read paths from here, a line each (- for standard input)</source>
        <translation>ここからパスを 1 行ずつ読む（- は標準入力）</translation>
    </message>
    <message>
        <source>a link leads to {0}, which is not in the blog yet: export that post, then this again</source>
        <translation>リンク先の {0} がまだブログにありません。先にその記事を書き出し、それからもう一度書き出してください</translation>
    </message>
    <message>
        <source>a link leads to {0}, which is not there</source>
        <translation>リンク先の {0} がありません</translation>
    </message>
    <message>
        <source>where the blog has its pictures</source>
        <translation>ブログの画像の置き場所</translation>
    </message>
    <message>
        <source>as the blog’s posts have it</source>
        <translation>ブログの記事の書き方</translation>
    </message>
    <message>
        <source>“{0}” can’t be written in this blog’s front matter: it was left out</source>
        <translation>「{0}」はこのブログのフロントマターに書けないので、除きました</translation>
    </message>
    <message>
        <source>comments of the front matter do not come along</source>
        <translation>フロントマターの注釈は引き継がれません</translation>
    </message>
    <message>
        <source>the front matter can’t be written in this blog’s kind</source>
        <translation>フロントマターをこのブログの形式で書けません</translation>
    </message>
    <message>
        <source>how {0} leaves a post out</source>
        <translation>{0} での記事の隠し方</translation>
    </message>
    <message>
        <source>the blog has no such layout</source>
        <translation>ブログにそのレイアウトはありません</translation>
    </message>
    <message>
        <source>the blog’s name for it</source>
        <translation>このブログでの名前</translation>
    </message>
    <message>
        <source>{0} was not found beside the post: it does not come along</source>
        <translation>{0} が記事のそばに見つからないので、引き継がれません</translation>
    </message>
    <message>
        <source>{0} does not come along: {1}</source>
        <translation>{0} は引き継がれません: {1}</translation>
    </message>
    <message>
        <source>{0} does not know {1}: it will show that as text</source>
        <translation>{0} は {1} を知らず、そのまま文字で表示します</translation>
    </message>
    <message>
        <source>{0} does not know kramdown’s attributes ({{: …}}): it will show them as text</source>
        <translation>{0} は kramdown の属性（{{: …}}）を知らず、そのまま文字で表示します</translation>
    </message>
    <message>
        <source>the blog does not know the tag “{0}”: it will show it as text</source>
        <translation>ブログはタグ「{0}」を知らず、そのまま文字で表示します</translation>
    </message>
    <message>
        <source>the copy in the blog was changed since: decide which version is to be there</source>
        <translation>ブログ側の記事がその後変更されています。どちらを使うか決めてください</translation>
    </message>
    <message>
        <source>leads out of the blog, to {0}</source>
        <translation>ブログのフォルダーの外（{0}）を指しています</translation>
    </message>
    <message>
        <source>leads out of the blog</source>
        <translation>ブログのフォルダーの外を指しています</translation>
    </message>
    <message>
        <source>can’t be made: {0}</source>
        <translation>作れません: {0}</translation>
    </message>
    <message>
        <source>“{0}” is no address of a repository: as https://github.com/NAME/BLOG.git.</source>
        <translation>「{0}」はリポジトリのアドレスではありません。https://github.com/NAME/BLOG.git のように書いてください。</translation>
    </message>
    <message>
        <source>{0} is there already: choose a new folder for the clone.</source>
        <translation>{0} はすでにあります。クローン先に新しいフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{0} can’t be made: {1}.</source>
        <translation>{0} を作れません: {1}。</translation>
    </message>
    <message>
        <source>{0} is left out by .gitignore{1}: change that line, or another place.</source>
        <translation>{0} は .gitignore{1} で除かれています。その行を変えるか、別の場所にしてください。</translation>
    </message>
    <message>
        <source>The post</source>
        <translation>この記事</translation>
    </message>
    <message>
        <source>Another git is at work in {0}: try again when it is done.</source>
        <translation>{0} では別の git が動いています。終わってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The commit could not be signed, so none was made: see “git config commit.gpgsign” and your key.</source>
        <translation>コミットに署名できなかったので、コミットしていません。「git config commit.gpgsign」と鍵を確かめてください。</translation>
    </message>
    <message>
        <source>git does not know who you are: set user.name and user.email.</source>
        <translation>git にお名前が設定されていません。user.name と user.email を設定してください。</translation>
    </message>
    <message>
        <source>The disk is full: nothing was committed.</source>
        <translation>ディスクがいっぱいです。何もコミットしていません。</translation>
    </message>
    <message>
        <source>git made no commit: {0}</source>
        <translation>git がコミットを作れませんでした: {0}</translation>
    </message>
    <message>
        <source>A hook of the repository refused the commit; the files are in the blog’s folder.</source>
        <translation>リポジトリのフックがコミットを拒みました。ファイルはブログのフォルダーにあります。</translation>
    </message>
    <message>
        <source>In {0}, git would write outside of the folder ({1}): trust the folder if you know where it comes from.</source>
        <translation>{0} では、git がフォルダの外に書き込んでしまいます（{1}）。出どころの分かるフォルダなら、信頼してください。</translation>
    </message>
    <message>
        <source>“{0}” in the configuration of {1} decides where a push goes: check it, then trust the folder if you know where it comes from.</source>
        <translation>{1} の設定「{0}」がプッシュ先を決めています。内容を確かめ、出どころの分かるフォルダなら信頼してください。</translation>
    </message>
    <message>
        <source>{0} is too old: install git {1} or a newer one.</source>
        <translation>{0} は古すぎます。git {1} 以降を入れてください。</translation>
    </message>
    <message>
        <source>This git</source>
        <translation>この git</translation>
    </message>
    <message>
        <source>git is not installed: install it from git-scm.com, then try again.</source>
        <translation>git が入っていません。git-scm.com から入れて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>git can’t be started: {0}.</source>
        <translation>git を起動できません: {0}。</translation>
    </message>
    <message>
        <source>git did not answer within {0} s in {1}.</source>
        <translation>git が {1} で {0} 秒たっても応答しません。</translation>
    </message>
    <message>
        <source>Stopped as you wished.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>no address of the web</source>
        <translation>ウェブのアドレスではありません</translation>
    </message>
    <message>
        <source>The two versions can’t be brought together: {0}</source>
        <translation>二つの版を一つにまとめられません: {0}</translation>
    </message>
    <message>
        <source>{0}: mend the front matter, then export</source>
        <translation>{0}。フロントマターを直してから書き出してください</translation>
    </message>
    <message>
        <source>a script’s front matter can’t be read without running it: such a post can’t be exported</source>
        <translation>フロントマターがスクリプトで、実行しないと読めません。このような記事は書き出せません</translation>
    </message>
    <message>
        <source>{0} is there already: this post becomes {1}</source>
        <translation>{0} はすでにあるので、この記事は {1} になります</translation>
    </message>
    <message>
        <source>the draft is in {0}; in the blog it is in UTF-8</source>
        <translation>下書きは {0} ですが、ブログでは UTF-8 になります</translation>
    </message>
    <message>
        <source>{0} has only a part of the history: run “git fetch --unshallow”, then push again.</source>
        <translation>{0} には履歴の一部しかありません。「git fetch --unshallow」を実行してから、もう一度プッシュしてください。</translation>
    </message>
    <message>
        <source>{0} has nothing in common with the branch “{1}”: look at “git remote -v”.</source>
        <translation>{0} とブランチ「{1}」には共通の履歴がありません。「git remote -v」を確かめてください。</translation>
    </message>
    <message>
        <source>{0} earlier commits are not on {1} yet ({2}): push them too, or first.</source>
        <translation>前からの {0} 件のコミットがまだ {1} にありません（{2}）。一緒に、または先にプッシュしてください。</translation>
    </message>
    <message>
        <source>{0} has moved on, and so has “{1}” with other commits than this post’s: bring them together first (“git pull --rebase”), then push again. The commit is kept.</source>
        <translation>{0} が進み、「{1}」にもこの記事以外のコミットがあります。先に一つにまとめてから（「git pull --rebase」）もう一度プッシュしてください。コミットは残っています。</translation>
    </message>
    <message>
        <source>“{0}” can’t be a branch’s name: use letters, digits and hyphens.</source>
        <translation>「{0}」はブランチ名に使えません。英数字とハイフンで書いてください。</translation>
    </message>
    <message>
        <source>The commit can’t be put on top of the other side: {0}</source>
        <translation>コミットを相手側の上に重ねられません: {0}</translation>
    </message>
    <message>
        <source>The commit could not be made anew: {0}</source>
        <translation>コミットを作り直せませんでした: {0}</translation>
    </message>
    <message>
        <source>What the other side changed would overwrite changes of yours in {0}: commit them or put them aside, then push again. {1} git says: {2}</source>
        <translation>相手側の変更が、{0} の中のあなたの変更を上書きしてしまいます。先にコミットするか別の場所に移してから、もう一度プッシュしてください。{1} git の言葉: {2}</translation>
    </message>
    <message>
        <source>The commit is kept.</source>
        <translation>コミットは残っています。</translation>
    </message>
    <message>
        <source>The commit has arrived there.</source>
        <translation>コミットは相手に届いています。</translation>
    </message>
    <message>
        <source>{0} does not take commits directly (the branch is protected, or the server’s rules refuse it). Push onto a branch of its own and open a pull request.</source>
        <translation>{0} は直接のコミットを受け付けません（ブランチが保護されているか、サーバーの規則によるものです）。別のブランチにプッシュして、プルリクエストを開いてください。</translation>
    </message>
    <message>
        <source>{0} refuses it because a file is too large: make the picture smaller, then export again.</source>
        <translation>ファイルが大きすぎて {0} が受け付けません。画像を小さくしてから、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>Somebody pushed to {0} at the same moment. Push again.</source>
        <translation>同じ時に誰かが {0} へプッシュしました。もう一度プッシュしてください。</translation>
    </message>
    <message>
        <source>{0} is a folder in which that branch is checked out, so git refuses to push there: push to a bare repository.</source>
        <translation>{0} はそのブランチを開いているフォルダーなので、git はプッシュを拒みます。bare リポジトリにプッシュしてください。</translation>
    </message>
    <message>
        <source>The server of {0} refused the commit (see what it says): mend that, or push onto a branch of its own.</source>
        <translation>{0} のサーバーがコミットを拒みました（下の言葉をご覧ください）。直すか、別のブランチにプッシュしてください。</translation>
    </message>
    <message>
        <source>{0} did not let you in: the password, token or key is wrong, or you may not write there.</source>
        <translation>{0} に入れませんでした。パスワード・トークン・鍵が違うか、書き込む権限がありません。</translation>
    </message>
    <message>
        <source>The server of {0} is not known to ssh yet, or its key has changed: connect once with ssh in a terminal, and compare the key.</source>
        <translation>{0} のサーバーをまだ ssh が知らないか、鍵が変わっています。一度ターミナルで ssh で接続し、鍵を確かめてください。</translation>
    </message>
    <message>
        <source>{0} can’t be reached: there is no network, or the server does not answer. Try again later.</source>
        <translation>{0} につながりません。ネットワークがないか、サーバーが応えません。後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>The certificate of {0} is not valid, so nothing was sent: ask whoever runs the server.</source>
        <translation>{0} の証明書が正しくないので、何も送っていません。サーバーの管理者にお尋ねください。</translation>
    </message>
    <message>
        <source>The connection to {0} broke off. Try again later.</source>
        <translation>{0} との接続が切れました。後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>{0} was not found: its address may be wrong, or you may not see it (“git remote -v” shows it).</source>
        <translation>{0} が見つかりません。アドレスが違うか、見る権限がありません（「git remote -v」で確かめられます）。</translation>
    </message>
    <message>
        <source>The address of {0} would run a program; Postwright does not do that.</source>
        <translation>{0} のアドレスはプログラムを実行するものです。Postwright では使えません。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {0} or yours.</source>
        <translation>{0} 側か、こちらのディスクに空きがありません。</translation>
    </message>
    <message>
        <source>A hook of this repository stopped the push to {0} (see what it says).</source>
        <translation>このリポジトリのフックが {0} へのプッシュを止めました（下の言葉をご覧ください）。</translation>
    </message>
    <message>
        <source>{0} did not take it: {1}. {2}</source>
        <translation>{0} は受け付けませんでした: {1}。{2}</translation>
    </message>
    <message>
        <source>{0} does not exist (any more).</source>
        <translation>{0} がありません（なくなったのかもしれません）。</translation>
    </message>
    <message>
        <source>{0} is a repository without files: open a clone of it.</source>
        <translation>{0} はファイルのないリポジトリです。そのクローンを開いてください。</translation>
    </message>
    <message>
        <source>{0} lies inside of git’s own folder, or its repository has its files elsewhere: choose the blog’s folder.</source>
        <translation>{0} は git 自身のフォルダーの中か、ファイルが別の場所にあるリポジトリです。ブログのフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>A {0} is under way in {1}: finish it (“{2}”) or give it up (“{3}”) first.</source>
        <translation>{1} では {0} の途中です。先に終える（「{2}」）か、やめて（「{3}」）ください。</translation>
    </message>
    <message>
        <source>No branch is checked out in {0} (the head is detached): check one out, as “git switch main”.</source>
        <translation>{0} ではブランチが選ばれていません（detached HEAD）。「git switch main」のように選んでください。</translation>
    </message>
    <message>
        <source>Another git is at work in {0}: try again when it is done. If none is, delete {1}.</source>
        <translation>{0} では別の git が動いています。終わってからもう一度お試しください。動いていないなら {1} を消してください。</translation>
    </message>
    <message>
        <source>git does not know who you are: run “git config --global user.name NAME” and “git config --global user.email ADDRESS”.</source>
        <translation>git にお名前が設定されていません。「git config --global user.name 名前」と「git config --global user.email アドレス」を実行してください。</translation>
    </message>
    <message>
        <source>{0} has no other repository to push to: add one, as “git remote add origin ADDRESS”.</source>
        <translation>{0} にはプッシュ先のリポジトリがありません。「git remote add origin ADDRESS」のように加えてください。</translation>
    </message>
    <message>
        <source>The branch “{0}” goes to “{1}”, which {2} does not know: see “git remote -v”.</source>
        <translation>ブランチ「{0}」の送り先「{1}」を {2} は知りません。「git remote -v」を確かめてください。</translation>
    </message>
    <message>
        <source>{0} is a repository of its own inside of {1}: choose that folder as the blog.</source>
        <translation>{0} は {1} の中にある別のリポジトリです。そのフォルダーをブログに選んでください。</translation>
    </message>
    <message>
        <source>{0} and {1} differ only in case: rename one, or other machines get only one of them.</source>
        <translation>{0} と {1} は大文字と小文字だけが違います。どちらかの名前を変えないと、ほかのマシンでは片方しか届きません。</translation>
    </message>
    <message>
        <source>{0} belongs into Git LFS, which works by hooks of this repository: trust the folder if you know where it comes from.</source>
        <translation>{0} は Git LFS で扱うファイルです。LFS はこのリポジトリのフックで動きます。出どころの分かるフォルダなら、信頼してください。</translation>
    </message>
    <message>
        <source>{0} goes through the program “{1}”, which this repository’s own configuration names: trust the folder if you know where it comes from.</source>
        <translation>{0} は、このリポジトリ自身の設定にあるプログラム「{1}」を通ります。どこから来たか分かっているなら、このフォルダーを信頼してください。</translation>
    </message>
    <message>
        <source>{0} belongs into Git LFS, which is not set up here: install git-lfs and run “git lfs install”.</source>
        <translation>{0} は Git LFS の対象ですが、ここには用意がありません。git-lfs を入れ、「git lfs install」を実行してください。</translation>
    </message>
    <message>
        <source>{0} lies outside of what this sparse checkout has: add its folder (“git sparse-checkout add FOLDER”).</source>
        <translation>{0} はこの sparse checkout の範囲の外です。フォルダーを加えてください（「git sparse-checkout add FOLDER」）。</translation>
    </message>
    <message>
        <source>{0} belongs to another user, so git refuses it. If you trust it: “git config --global --add safe.directory {0}”.</source>
        <translation>{0} は別のユーザーのもので、git が拒んでいます。信頼するなら: 「git config --global --add safe.directory {0}」。</translation>
    </message>
    <message>
        <source>{0} is in no git repository: run “git init” there, or clone the blog.</source>
        <translation>{0} は git のリポジトリではありません。そこで「git init」を実行するか、ブログをクローンしてください。</translation>
    </message>
    <message>
        <source>git can’t read the repository in {0}: {1}</source>
        <translation>git が {0} のリポジトリを読めません: {1}</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>理由は示されませんでした</translation>
    </message>
    <message>
        <source>“{0}” is no path inside of the blog: choose another place</source>
        <translation>「{0}」はブログの中のパスではありません。別の場所を選んでください</translation>
    </message>
    <message>
        <source>“{0}” is no name of a post: it must end in .md, for example</source>
        <translation>「{0}」は記事のファイル名に使えません。末尾を .md などにしてください</translation>
    </message>
    <message>
        <source>“{0}” leads out of the blog or into git’s own files: choose another place</source>
        <translation>「{0}」はブログの外か git 自身のファイルに向かいます。別の場所を選んでください</translation>
    </message>
    <message>
        <source>“{0}” can’t be a file’s name on every system: choose another name</source>
        <translation>「{0}」はどのシステムでも使えるファイル名ではありません。別の名前にしてください</translation>
    </message>
    <message>
        <source>“{0}…” is too long for a file’s name: choose a shorter one</source>
        <translation>「{0}…」はファイル名として長すぎます。短くしてください</translation>
    </message>
    <message>
        <source>“{0}” is a link that leads out of the blog: choose another place</source>
        <translation>「{0}」はブログの外に出るリンクです。別の場所を選んでください</translation>
    </message>
    <message>
        <source>“{0}” and “{1}” differ only in case: choose another name</source>
        <translation>「{0}」と「{1}」は大文字と小文字だけが違います。別の名前にしてください</translation>
    </message>
    <message>
        <source>--html makes one file of one post, without --blog</source>
        <translation>--html は一つの記事から一つのファイルを作ります。--blog とは一緒に使えません</translation>
    </message>
    <message>
        <source>name the blog&apos;s folder: --blog DIR</source>
        <translation>ブログのフォルダーを指定してください: --blog DIR</translation>
    </message>
    <message>
        <source>take posts to their places in a blog</source>
        <translation>記事をブログの正しい場所へ運ぶ</translation>
    </message>
    <message>
        <source>the blog&apos;s folder</source>
        <translation>ブログのフォルダー</translation>
    </message>
    <message>
        <source>instead: one HTML file with everything inside</source>
        <translation>代わりに、すべてを含む一つの HTML ファイルを作る</translation>
    </message>
    <message>
        <source>clone the blog into DIR first, if it is not there</source>
        <translation>DIR がなければ、先にブログをクローンする</translation>
    </message>
    <message>
        <source>the file&apos;s name there</source>
        <translation>ブログでのファイル名</translation>
    </message>
    <message>
        <source>where the blog&apos;s copy was changed since</source>
        <translation>ブログ側が変更されているときの決め方</translation>
    </message>
    <message>
        <source>commit the post with its pictures, and nothing else</source>
        <translation>記事と画像だけをコミットする</translation>
    </message>
    <message>
        <source>commit and push</source>
        <translation>コミットしてプッシュする</translation>
    </message>
    <message>
        <source>push onto this branch, for a pull request</source>
        <translation>プルリクエスト用にこのブランチへプッシュする</translation>
    </message>
    <message>
        <source>earlier commits that were not pushed go along</source>
        <translation>前からのプッシュしていないコミットも一緒に送る</translation>
    </message>
    <message>
        <source>of the commit; as the blog&apos;s log has them</source>
        <translation>コミットのメッセージ（省略時はブログの記録にならう）</translation>
    </message>
    <message>
        <source>this repository may run its hooks and filters, always</source>
        <translation>このリポジトリのフックやフィルターの実行を、今後も許す</translation>
    </message>
    <message>
        <source>tell what would be done</source>
        <translation>何をするかを表示するだけにする</translation>
    </message>
    <message>
        <source>an object a line</source>
        <translation>1 行に 1 つのオブジェクトで出力する</translation>
    </message>
    <message>
        <source>{0}: it keeps its name in the blog ({1}); rename it there</source>
        <translation>{0}: ブログでの名前（{1}）のままです。名前はブログ側で変えてください</translation>
    </message>
    <message>
        <source>{0}: not used, because this folder is not trusted (--trust): {1}</source>
        <translation>{0}: このフォルダは信頼されていないため、使いません（--trust）: {1}</translation>
    </message>
    <message>
        <source>{0} was changed in the blog since the last export, in the same places: --merge mine, theirs or both</source>
        <translation>{0} はブログでも同じ所が変更されています: --merge mine、theirs、both のどれかを指定してください</translation>
    </message>
    <message>
        <source>{0} was changed on the other side in the same places. The commit is kept; decide in the window</source>
        <translation>{0} は相手側でも同じ所が変更されています。コミットは残っています。ウィンドウで決めてください</translation>
    </message>
    <message>
        <source>broken JSON: {0}</source>
        <translation>壊れた JSON: {0}</translation>
    </message>
    <message>
        <source>front matter must be an object in braces, with keys in quotes</source>
        <translation>フロントマターは、キーを引用符で囲み、全体を波括弧で囲んでください</translation>
    </message>
    <message>
        <source>broken JSON</source>
        <translation>壊れた JSON</translation>
    </message>
    <message>
        <source>a comma is missing before this, or a quote or bracket is not closed</source>
        <translation>この前にコンマがないか、引用符や括弧が閉じていません</translation>
    </message>
    <message>
        <source>a key in double quotes belongs here (and no comma after the last one)</source>
        <translation>ここには二重引用符で囲んだキーが必要です（最後のキーの後のコンマは不要です）</translation>
    </message>
    <message>
        <source>a colon belongs after the key</source>
        <translation>キーの後にはコロンが必要です</translation>
    </message>
    <message>
        <source>a value belongs here: texts stand in double quotes</source>
        <translation>ここには値が必要です。文字列は二重引用符で囲みます</translation>
    </message>
    <message>
        <source>the quote opened here is never closed</source>
        <translation>ここで始まる引用符が閉じていません</translation>
    </message>
    <message>
        <source>a line break or tab inside quotes: write \n or \t</source>
        <translation>引用符の中に改行かタブがあります。\n や \t と書いてください</translation>
    </message>
    <message>
        <source>a backslash starts an escape: write \\</source>
        <translation>円記号（バックスラッシュ）は特別な文字の始まりです。\\ と書いてください</translation>
    </message>
    <message>
        <source>text after the last brace</source>
        <translation>最後の波括弧の後に文字があります</translation>
    </message>
    <message>
        <source>Eleventy knows no front matter called “{0}”: write --- alone on this line</source>
        <translation>Eleventy に「{0}」というフロントマターはありません。この行は --- だけにしてください</translation>
    </message>
    <message>
        <source>the front matter opened here is never closed: put a line {0} after its last key</source>
        <translation>ここで始まるフロントマターが閉じていません。最後のキーの後に {0} の行を置いてください</translation>
    </message>
    <message>
        <source>a number of more than 400 digits: put it in quotes</source>
        <translation>数値が 400 桁を超えています。引用符で囲んでください</translation>
    </message>
    <message>
        <source>nested deeper than 100 levels: this is no front matter</source>
        <translation>100 段を超えて入れ子になっています。フロントマターではありません</translation>
    </message>
    <message>
        <source>more than 100,000 values: this is no front matter</source>
        <translation>値が 100,000 個を超えています。フロントマターではありません</translation>
    </message>
    <message>
        <source>the change reaches into the body</source>
        <translation>変更が本文にまで及びます</translation>
    </message>
    <message>
        <source>the value would be read as something else</source>
        <translation>値が別のものとして読まれてしまいます</translation>
    </message>
    <message>
        <source>the end of the front matter would move</source>
        <translation>フロントマターの終わりがずれてしまいます</translation>
    </message>
    <message>
        <source>these lines would be read otherwise among the others</source>
        <translation>これらの行が、ほかの行の間では別の意味になってしまいます</translation>
    </message>
    <message>
        <source>another key would change</source>
        <translation>ほかのキーが変わってしまいます</translation>
    </message>
    <message>
        <source>the key would be read differently</source>
        <translation>キーが別のものとして読まれてしまいます</translation>
    </message>
    <message>
        <source>the value would change</source>
        <translation>値が変わってしまいます</translation>
    </message>
    <message>
        <source>another item would change</source>
        <translation>ほかの項目が変わってしまいます</translation>
    </message>
    <message>
        <source>this line ends with {0}, which {1} does not take for the end of a line: break the line there</source>
        <translation>この行は {0} で終わっていますが、{1} はこれを改行とみなしません。ここで改行し直してください</translation>
    </message>
    <message>
        <source>this looks like front matter, but not to the blog’s generator ({0}): correct its fences first</source>
        <translation>フロントマターのように見えますが、このブログのジェネレーター（{0}）には読まれません。まず区切りの行を直してください</translation>
    </message>
    <message>
        <source>this can&apos;t be read ({0}): write the value in another way</source>
        <translation>ここを読めません（{0}）。値を別の書き方にしてください</translation>
    </message>
    <message>
        <source>longer than {0:,} characters or {1:,} lines: this is no front matter</source>
        <translation>{0:,} 文字または {1:,} 行を超えています。フロントマターではありません</translation>
    </message>
    <message>
        <source>nested too deep, or a number too long: this is no front matter</source>
        <translation>入れ子が深すぎるか、数値が長すぎます。フロントマターではありません</translation>
    </message>
    <message>
        <source>broken TOML: {0}</source>
        <translation>壊れた TOML: {0}</translation>
    </message>
    <message>
        <source>front matter must be lines of “key: value”</source>
        <translation>フロントマターは「キー: 値」の行で書いてください</translation>
    </message>
    <message>
        <source>aliases expand to more than {0:,} values: this is no front matter</source>
        <translation>エイリアスが {0:,} 個を超える値に広がります。フロントマターではありません</translation>
    </message>
    <message>
        <source>this value contains itself</source>
        <translation>この値は自分自身を含んでいます</translation>
    </message>
    <message>
        <source>aliases nest deeper than {0} levels: this is no front matter</source>
        <translation>エイリアスが {0} 段を超えて入れ子になっています。フロントマターではありません</translation>
    </message>
    <message>
        <source>edit the front matter as text instead</source>
        <translation>フロントマターをテキストで編集してください</translation>
    </message>
    <message>
        <source>there is no key “{0}”</source>
        <translation>キー「{0}」がありません</translation>
    </message>
    <message>
        <source>there is a key “{0}” already</source>
        <translation>キー「{0}」はすでにあります</translation>
    </message>
    <message>
        <source>a key needs a name</source>
        <translation>キーには名前が必要です</translation>
    </message>
    <message>
        <source>{0}; give “{1}” another name</source>
        <translation>{0}。「{1}」を別の名前にしてください</translation>
    </message>
    <message>
        <source>“{0}” is written in a way that can&apos;t be edited by field; {1}</source>
        <translation>「{0}」は欄では編集できない書き方です。{1}</translation>
    </message>
    <message>
        <source>“{0}” is no group of keys; {1}</source>
        <translation>「{0}」はキーのまとまりではありません。{1}</translation>
    </message>
    <message>
        <source>{0} front matter can&apos;t hold this value</source>
        <translation>この値は {0} のフロントマターには書けません</translation>
    </message>
    <message>
        <source>it can&apos;t hold this value</source>
        <translation>この値は書けません</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be removed: {1}; {2}</source>
        <translation>「{0}」は削除できません: {1}。{2}</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be renamed: {1}; {2}</source>
        <translation>「{0}」は名前を変えられません: {1}。{2}</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be set: {1}; {2}</source>
        <translation>「{0}」は変えられません: {1}。{2}</translation>
    </message>
    <message>
        <source>{0}; correct the front matter as text first</source>
        <translation>{0}。先にフロントマターをテキストで直してください</translation>
    </message>
    <message>
        <source>a script&apos;s front matter can&apos;t be edited by field; {0}</source>
        <translation>スクリプトのフロントマターは欄では編集できません。{0}</translation>
    </message>
    <message>
        <source>“{0}” is no list: set its whole value, or edit the front matter as text</source>
        <translation>「{0}」はリストではありません。値全体を変えるか、フロントマターをテキストで編集してください</translation>
    </message>
    <message>
        <source>a character that YAML does not allow</source>
        <translation>YAML で使えない文字があります</translation>
    </message>
    <message>
        <source>the alias *{0} refers to nothing above it</source>
        <translation>エイリアス *{0} の元が、この上にありません</translation>
    </message>
    <message>
        <source>a second document starts here: front matter is one list of keys</source>
        <translation>ここで二つ目の文書が始まっています。フロントマターはキーの一覧一つです</translation>
    </message>
    <message>
        <source>“: ” inside a value without quotes: put the value in quotes</source>
        <translation>引用符のない値の中に「: 」があります。値を引用符で囲んでください</translation>
    </message>
    <message>
        <source>this line is no “key: value”</source>
        <translation>この行は「キー: 値」の形ではありません</translation>
    </message>
    <message>
        <source>a tab where spaces belong: indent with spaces</source>
        <translation>空白のはずの所にタブがあります。空白で字下げしてください</translation>
    </message>
    <message>
        <source>a value can&apos;t start with this character: put it in quotes</source>
        <translation>値はこの文字では始められません。引用符で囲んでください</translation>
    </message>
    <message>
        <source>this line does not fit the lines around it: look at its indentation and quotes</source>
        <translation>この行が前後の行と合いません。字下げと引用符を確かめてください</translation>
    </message>
    <message>
        <source>the list opened with [ is not closed, or a comma is missing</source>
        <translation>[ で始まるリストが閉じていないか、コンマがありません</translation>
    </message>
    <message>
        <source>the map opened with { is not closed, or a comma is missing</source>
        <translation>{ で始まるまとまりが閉じていないか、コンマがありません</translation>
    </message>
    <message>
        <source>this line does not fit the list above it: look at its indentation</source>
        <translation>この行が上のリストと合いません。字下げを確かめてください</translation>
    </message>
    <message>
        <source>“!” starts a YAML tag: put the value in quotes</source>
        <translation>「!」は YAML のタグの始まりです。値を引用符で囲んでください</translation>
    </message>
    <message>
        <source>“*” starts a YAML alias: put the value in quotes</source>
        <translation>「*」は YAML のエイリアスの始まりです。値を引用符で囲んでください</translation>
    </message>
    <message>
        <source>a backslash in double quotes starts an escape: write \\ or use single quotes</source>
        <translation>二重引用符の中の円記号（バックスラッシュ）は特別な文字の始まりです。\\ と書くか、一重引用符を使ってください</translation>
    </message>
    <message>
        <source>“*” and “&amp;” have a meaning in YAML: put the value in quotes</source>
        <translation>「*」と「&amp;」は YAML で特別な意味があります。値を引用符で囲んでください</translation>
    </message>
    <message>
        <source>“- ” can&apos;t stand here: put list items on lines of their own</source>
        <translation>「- 」はここに置けません。リストの項目はそれぞれの行に書いてください</translation>
    </message>
    <message>
        <source>broken YAML</source>
        <translation>壊れた YAML</translation>
    </message>
    <message>
        <source>broken YAML ({0})</source>
        <translation>壊れた YAML（{0}）</translation>
    </message>
    <message>
        <source>the disk did not keep what was written</source>
        <translation>ディスクが、書いた内容のとおりになっていません</translation>
    </message>
    <message>
        <source>a save of it was stopped earlier: open it in the window first</source>
        <translation>前の保存が途中で止まっています。先にウィンドウで開いてください</translation>
    </message>
    <message>
        <source>is a folder: open one of the posts in it</source>
        <translation>フォルダーです。中の記事を開いてください</translation>
    </message>
    <message>
        <source>is a device or pipe, not a post</source>
        <translation>記事ではなく、装置かパイプです</translation>
    </message>
    <message>
        <source>holds {0:,.0f} MB, and a post at most 20 MB</source>
        <translation>{0:,.0f} MB あります。記事は 20 MB までです</translation>
    </message>
    <message>
        <source>{0}: a save that was stopped could not be ended</source>
        <translation>{0}: 途中で止まった保存を終えられませんでした</translation>
    </message>
    <message>
        <source>is being changed by another program</source>
        <translation>ほかのプログラムが書き換えています</translation>
    </message>
    <message>
        <source>{0}. Your text is still here: save it somewhere else</source>
        <translation>{0}。文章はここに残っています。別の場所に保存してください</translation>
    </message>
    <message>
        <source>was replaced by something that is no file</source>
        <translation>ファイルではないものに置き換えられています</translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>すでにあります</translation>
    </message>
    <message>
        <source>was deleted or moved since it was opened</source>
        <translation>開いた後に、消されたか移動されました</translation>
    </message>
    <message>
        <source>was changed by another program since it was opened</source>
        <translation>開いた後に、別のプログラムが変更しました</translation>
    </message>
    <message>
        <source>can&apos;t be saved: its folder does not exist any more</source>
        <translation>保存できません: フォルダーがなくなりました</translation>
    </message>
    <message>
        <source>can’t be written ({0}): what is to change could not be noted, and nothing was changed</source>
        <translation>に書き込めません（{0}）。変更の控えを取れなかったため、何も変更していません</translation>
    </message>
    <message>
        <source>some posts: what was noted of them can’t be read</source>
        <translation>一部の記事: 控えが読めません</translation>
    </message>
    <message>
        <source>does not exist (any more)</source>
        <translation>見つかりません（なくなったのかもしれません）</translation>
    </message>
    <message>
        <source>was changed since</source>
        <translation>そのあと変更されています</translation>
    </message>
    <message>
        <source>has changes that are not saved</source>
        <translation>保存していない変更があります</translation>
    </message>
    <message>
        <source>{0}: can’t be moved to {1}: {2}</source>
        <translation>{0} を {1} に移せません: {2}</translation>
    </message>
    <message>
        <source>may not be read: change its permissions or choose another place</source>
        <translation>読む権限がありません。権限を変えるか、別の場所を選んでください</translation>
    </message>
    <message>
        <source>may not be saved: change its permissions or choose another place</source>
        <translation>保存する権限がありません。権限を変えるか、別の場所を選んでください</translation>
    </message>
    <message>
        <source>can&apos;t be read: {0}</source>
        <translation>読めません: {0}</translation>
    </message>
    <message>
        <source>can&apos;t be saved: {0}</source>
        <translation>保存できません: {0}</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>ディスクは読み取り専用です</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>ディスクが誤りを報告しています</translation>
    </message>
    <message>
        <source>its name is too long for this disk</source>
        <translation>このディスクには名前が長すぎます</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>別のプログラムが使っています</translation>
    </message>
    <message>
        <source>its name has a character that this disk does not take</source>
        <translation>このディスクで使えない文字が名前にあります</translation>
    </message>
    <message>
        <source>this disk takes no file of that size</source>
        <translation>このディスクには大きすぎます</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>自分自身に戻るリンクです</translation>
    </message>
    <message>
        <source>what should be its folder is a file</source>
        <translation>フォルダーのはずの所がファイルです</translation>
    </message>
    <message>
        <source>too many files are open on this machine</source>
        <translation>このマシンで開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>its disk is not there any more</source>
        <translation>ディスクがなくなりました</translation>
    </message>
    <message>
        <source>the network share does not answer</source>
        <translation>ネットワーク共有が応えません</translation>
    </message>
    <message>
        <source>the network share has gone away</source>
        <translation>ネットワーク共有がなくなりました</translation>
    </message>
    <message>
        <source>your share of this disk is used up</source>
        <translation>このディスクの割り当てを使い切りました</translation>
    </message>
    <message>
        <source>is larger than 64 MB</source>
        <translation>64 MB を超えています</translation>
    </message>
    <message>
        <source>has more than {0} million pixels</source>
        <translation>{0}00 万画素を超えています</translation>
    </message>
    <message>
        <source>is no picture that can be read{0}</source>
        <translation>読める画像ではありません{0}</translation>
    </message>
    <message>
        <source>can&apos;t hold the picture: {0}</source>
        <translation>画像を置けません: {0}</translation>
    </message>
    <message>
        <source>“{0}” is no single value: edit it as text, or give it as {0}:=JSON</source>
        <translation>「{0}」は一つの値ではありません。テキストで編集するか、{0}:=JSON の形で書いてください</translation>
    </message>
    <message>
        <source>“{0}” is no date for “{1}”: write it as 2025-11-02 or 2025-11-02 21:54:50 +0900</source>
        <translation>「{0}」は「{1}」に使える日付ではありません。2025-11-02 または 2025-11-02 21:54:50 +0900 の形で書いてください</translation>
    </message>
    <message>
        <source>“{0}” is no number for “{1}”</source>
        <translation>「{0}」は「{1}」に使える数値ではありません</translation>
    </message>
    <message>
        <source>“{0}” begins with a zero, which a number can’t keep: write it without, or give it as {1}:=&quot;{0}&quot;</source>
        <translation>「{0}」は 0 で始まりますが、数値は先頭の 0 を保てません。0 を付けずに書くか、{1}:=&quot;{0}&quot; として文字列で指定してください</translation>
    </message>
    <message>
        <source>“{0}” is no JSON: for plain text write {1}=TEXT, or {1}:=&quot;TEXT&quot; with the quotes</source>
        <translation>「{0}」は JSON ではありません。ただの文字列なら {1}=TEXT、または引用符付きで {1}:=&quot;TEXT&quot; と書いてください</translation>
    </message>
    <message>
        <source>“{0}” is neither yes nor no for “{1}”</source>
        <translation>「{0}」は「{1}」に使える「はい」「いいえ」ではありません</translation>
    </message>
    <message>
        <source>this post lies in no blog</source>
        <translation>この記事はどのブログにもありません</translation>
    </message>
    <message>
        <source>the blog’s folder has no style sheets that can be used. Build the site once: its own pages are used then</source>
        <translation>ブログのフォルダーに使えるスタイルシートがありません。サイトを一度ビルドすると、そのページの見た目を使います</translation>
    </message>
    <message>
        <source>The preview stopped: this post can&apos;t be rendered in time. It tries again when you type.</source>
        <translation>プレビューが止まりました。この記事は時間内に表示できません。入力するともう一度試します。</translation>
    </message>
    <message>
        <source>The preview is being rendered…</source>
        <translation>プレビューを作っています…</translation>
    </message>
    <message>
        <source>The preview can&apos;t show this text ({0}).</source>
        <translation>プレビューはこの文章を表示できません（{0}）。</translation>
    </message>
    <message>
        <source>no file “{0}” to include</source>
        <translation>読み込むファイル「{0}」がありません</translation>
    </message>
    <message>
        <source>no page “{0}”</source>
        <translation>ページ「{0}」がありません</translation>
    </message>
    <message>
        <source>no post “{0}”</source>
        <translation>記事「{0}」がありません</translation>
    </message>
    <message>
        <source>highlight needs a language</source>
        <translation>highlight には言語が必要です</translation>
    </message>
    <message>
        <source>line {0}, column {1}: {2} has no “{3}” (U+{4:04X})</source>
        <translation>{0} 行 {1} 桁: {2} には「{3}」（U+{4:04X}）がありません</translation>
    </message>
    <message>
        <source>{0} with BOM</source>
        <translation>{0}（BOM 付き）</translation>
    </message>
    <message>
        <source>line {0} holds a zero byte: this is not a text file</source>
        <translation>{0} 行目にゼロのバイトがあります。テキストファイルではありません</translation>
    </message>
    <message>
        <source>byte {0} is not {1}, which the file says it is</source>
        <translation>{0} バイト目が、ファイルの示す {1} ではありません</translation>
    </message>
    <message>
        <source>line {0} is not UTF-8, and no other encoding ({1}) fits</source>
        <translation>{0} 行目は UTF-8 ではなく、ほかの文字コード（{1}）でもありません</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>書式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>挿入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>見出し(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表(&amp;T)</translation>
    </message>
    <message>
        <source>Open po&amp;sts</source>
        <translation>開いている記事(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New post</source>
        <translation>新しい記事(&amp;N)</translation>
    </message>
    <message>
        <source>Start a new post</source>
        <translation>新しい記事を書き始めます</translation>
    </message>
    <message>
        <source>New post in this &amp;blog…</source>
        <translation>このブログの新しい記事(&amp;B)…</translation>
    </message>
    <message>
        <source>Like the posts that are there</source>
        <translation>今ある記事にならって始めます</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a post</source>
        <translation>記事を開きます</translation>
    </message>
    <message>
        <source>Open a blo&amp;g…</source>
        <translation>ブログを開く(&amp;G)…</translation>
    </message>
    <message>
        <source>Its newest post, and all others beside it</source>
        <translation>いちばん新しい記事と、その横にほかの記事すべて</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使った記事(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the post</source>
        <translation>記事を保存します</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>別の名前で保存します</translation>
    </message>
    <message>
        <source>Re&amp;vert to saved</source>
        <translation>保存した状態に戻す(&amp;V)</translation>
    </message>
    <message>
        <source>Go back to what is on the disk</source>
        <translation>ディスクにある内容に戻します</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>名前を変える(&amp;M)…</translation>
    </message>
    <message>
        <source>Another name or day; links and pictures follow</source>
        <translation>名前や日付を変えます。リンクと画像もついてきます</translation>
    </message>
    <message>
        <source>Publish, or make a dra&amp;ft…</source>
        <translation>公開する・下書きに戻す(&amp;F)…</translation>
    </message>
    <message>
        <source>A draft becomes a post, a post a draft</source>
        <translation>下書きを記事に、記事を下書きにします</translation>
    </message>
    <message>
        <source>Take the last rename bac&amp;k</source>
        <translation>直前の名前変更を取り消す(&amp;K)</translation>
    </message>
    <message>
        <source>Names, links and pictures as they were</source>
        <translation>名前・リンク・画像を元に戻します</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>複製(&amp;U)</translation>
    </message>
    <message>
        <source>A new post with the same text</source>
        <translation>同じ文章の新しい記事を作ります</translation>
    </message>
    <message>
        <source>Trans&amp;lations…</source>
        <translation>翻訳(&amp;L)…</translation>
    </message>
    <message>
        <source>The post in other languages, and a new one</source>
        <translation>ほかの言語の同じ記事と、新しい翻訳</translation>
    </message>
    <message>
        <source>Earlier vers&amp;ions…</source>
        <translation>以前の版(&amp;I)…</translation>
    </message>
    <message>
        <source>What git has of this post; any passage brought back</source>
        <translation>git などに残る以前の版を見て、必要な所を戻せます</translation>
    </message>
    <message>
        <source>&amp;Export to blog…</source>
        <translation>ブログへ書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>With its pictures; commit and push</source>
        <translation>画像も一緒に運び、コミットしてプッシュします</translation>
    </message>
    <message>
        <source>Pus&amp;h again</source>
        <translation>もう一度プッシュ(&amp;H)</translation>
    </message>
    <message>
        <source>The commit of an export that did not arrive</source>
        <translation>届かなかった書き出しのコミットを送ります</translation>
    </message>
    <message>
        <source>Move to &amp;trash…</source>
        <translation>ごみ箱に移す(&amp;T)…</translation>
    </message>
    <message>
        <source>It can be put back</source>
        <translation>後で元に戻せます</translation>
    </message>
    <message>
        <source>One file with its pictures inside</source>
        <translation>画像も含む一つのファイルにします</translation>
    </message>
    <message>
        <source>Save a cop&amp;y as HTML…</source>
        <translation>HTML としてコピーを保存(&amp;Y)…</translation>
    </message>
    <message>
        <source>As the preview shows it</source>
        <translation>プレビューのとおりにします</translation>
    </message>
    <message>
        <source>Save a copy as P&amp;DF…</source>
        <translation>PDF としてコピーを保存(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Close this post</source>
        <translation>この記事を閉じます</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>ウィンドウを閉じます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>最後の変更を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>取り消した変更をやり直します</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>For WordPress, note.com, e-mail</source>
        <translation>WordPress・note・メールなどに貼り付けられます</translation>
    </message>
    <message>
        <source>Cop&amp;y post as rich text</source>
        <translation>記事をリッチテキストでコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Paste as plain te&amp;xt</source>
        <translation>文字だけ貼り付け(&amp;X)</translation>
    </message>
    <message>
        <source>Paste without links, bold and tables</source>
        <translation>リンク・太字・表なしで貼り付けます</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find in this post</source>
        <translation>この記事の中を検索します</translation>
    </message>
    <message>
        <source>Find and replace in this post</source>
        <translation>この記事の中を検索して置き換えます</translation>
    </message>
    <message>
        <source>Find and replace in all posts</source>
        <translation>すべての記事を検索して置き換えます</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>次を検索(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>前を検索(&amp;V)</translation>
    </message>
    <message>
        <source>Fin&amp;d a post</source>
        <translation>記事を探す(&amp;D)</translation>
    </message>
    <message>
        <source>By title, tag or text</source>
        <translation>タイトル・タグ・本文で探します</translation>
    </message>
    <message>
        <source>Ta&amp;gs of the blog…</source>
        <translation>ブログのタグ(&amp;G)…</translation>
    </message>
    <message>
        <source>Rename, merge and remove tags in all posts</source>
        <translation>すべての記事のタグの名前を変え、まとめ、取り除きます</translation>
    </message>
    <message>
        <source>L&amp;inks of the blog…</source>
        <translation>ブログのリンク(&amp;I)…</translation>
    </message>
    <message>
        <source>Broken links, missing and unused pictures</source>
        <translation>切れたリンク、ない画像、使われていない画像</translation>
    </message>
    <message>
        <source>What lin&amp;ks here…</source>
        <translation>この記事へのリンク(&amp;K)…</translation>
    </message>
    <message>
        <source>The posts that link to this one</source>
        <translation>この記事にリンクしている記事</translation>
    </message>
    <message>
        <source>Go to &amp;heading…</source>
        <translation>見出しへ移動(&amp;H)…</translation>
    </message>
    <message>
        <source>The headings of this post</source>
        <translation>この記事の見出し</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>行へ移動(&amp;L)…</translation>
    </message>
    <message>
        <source>A line by its number</source>
        <translation>行の番号で移動します</translation>
    </message>
    <message>
        <source>Next proble&amp;m</source>
        <translation>次の問題(&amp;M)</translation>
    </message>
    <message>
        <source>The next thing that may be wrong</source>
        <translation>直したほうがよさそうな次の所</translation>
    </message>
    <message>
        <source>Names that fit: posts, pictures, footnotes…</source>
        <translation>合う名前: 記事・画像・脚注など</translation>
    </message>
    <message>
        <source>The key whose field has the caret</source>
        <translation>カーソルのある欄のキーを削除します</translation>
    </message>
    <message>
        <source>Pict&amp;ure from a file…</source>
        <translation>ファイルから画像(&amp;U)…</translation>
    </message>
    <message>
        <source>Loa&amp;d pictures of other sites</source>
        <translation>ほかのサイトの画像を読み込む(&amp;D)</translation>
    </message>
    <message>
        <source>I&amp;nvisible characters</source>
        <translation>見えない文字(&amp;N)</translation>
    </message>
    <message>
        <source>Focus &amp;mode</source>
        <translation>集中モード(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Post to the left</source>
        <translation>左の記事(&amp;P)</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>置換…</translation>
    </message>
    <message>
        <source>Width of &amp;letters</source>
        <translation>全角と半角(&amp;L)</translation>
    </message>
    <message>
        <source>Look of the previe&amp;w</source>
        <translation>プレビューの見た目(&amp;W)</translation>
    </message>
    <message>
        <source>Find in the &amp;blog…</source>
        <translation>ブログ全体を検索(&amp;B)…</translation>
    </message>
    <message>
        <source>Previous pr&amp;oblem</source>
        <translation>前の問題(&amp;O)</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>補完</translation>
    </message>
    <message>
        <source>Remove this field</source>
        <translation>この項目を削除</translation>
    </message>
    <message>
        <source>Brackets and &amp;quotes in pairs</source>
        <translation>括弧と引用符を対にする(&amp;Q)</translation>
    </message>
    <message>
        <source>Close what is opened; around a selection, both</source>
        <translation>開いた括弧を閉じます。選択中は両側に付けます</translation>
    </message>
    <message>
        <source>Check &amp;spelling</source>
        <translation>スペルチェック(&amp;S)</translation>
    </message>
    <message>
        <source>Mark English words that are not known</source>
        <translation>辞書にない英単語に印を付けます</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Language, colours, text, writing, export</source>
        <translation>言語・色・文章・書き方・書き出し</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>太字(&amp;B)</translation>
    </message>
    <message>
        <source>Strong emphasis</source>
        <translation>強い強調</translation>
    </message>
    <message>
        <source>&amp;Italic</source>
        <translation>斜体(&amp;I)</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>強調</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>コード(&amp;C)</translation>
    </message>
    <message>
        <source>Code in a line</source>
        <translation>行の中のコード</translation>
    </message>
    <message>
        <source>&amp;Strike through</source>
        <translation>取り消し線(&amp;S)</translation>
    </message>
    <message>
        <source>Struck through</source>
        <translation>取り消し線を引きます</translation>
    </message>
    <message>
        <source>Level &amp;1</source>
        <translation>段階 1(&amp;1)</translation>
    </message>
    <message>
        <source>Level &amp;2</source>
        <translation>段階 2(&amp;2)</translation>
    </message>
    <message>
        <source>Level &amp;3</source>
        <translation>段階 3(&amp;3)</translation>
    </message>
    <message>
        <source>Level &amp;4</source>
        <translation>段階 4(&amp;4)</translation>
    </message>
    <message>
        <source>&amp;No heading</source>
        <translation>見出しにしない(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>引用(&amp;Q)</translation>
    </message>
    <message>
        <source>Quote the lines</source>
        <translation>行を引用にします</translation>
    </message>
    <message>
        <source>B&amp;ullets</source>
        <translation>箇条書き(&amp;U)</translation>
    </message>
    <message>
        <source>List with bullets</source>
        <translation>印の付いたリスト</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>番号付き(&amp;N)</translation>
    </message>
    <message>
        <source>List with numbers</source>
        <translation>番号の付いたリスト</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>チェックリスト(&amp;T)</translation>
    </message>
    <message>
        <source>List with boxes to tick</source>
        <translation>チェック欄の付いたリスト</translation>
    </message>
    <message>
        <source>Code bloc&amp;k</source>
        <translation>コードブロック(&amp;K)</translation>
    </message>
    <message>
        <source>Put the lines into a code fence</source>
        <translation>行をコードの囲みに入れます</translation>
    </message>
    <message>
        <source>Mo&amp;ve line up</source>
        <translation>行を上へ(&amp;V)</translation>
    </message>
    <message>
        <source>Move line &amp;down</source>
        <translation>行を下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Move s&amp;ection up</source>
        <translation>節を上へ(&amp;E)</translation>
    </message>
    <message>
        <source>With its heading</source>
        <translation>見出しごと動かします</translation>
    </message>
    <message>
        <source>Move section do&amp;wn</source>
        <translation>節を下へ(&amp;W)</translation>
    </message>
    <message>
        <source>Du&amp;plicate line</source>
        <translation>行を複製(&amp;P)</translation>
    </message>
    <message>
        <source>To &amp;half width</source>
        <translation>半角にする(&amp;H)</translation>
    </message>
    <message>
        <source>ＡＩ becomes AI, ｶﾅ becomes カナ</source>
        <translation>ＡＩ は AI に、ｶﾅ は カナ になります</translation>
    </message>
    <message>
        <source>To &amp;full width</source>
        <translation>全角にする(&amp;F)</translation>
    </message>
    <message>
        <source>AI becomes ＡＩ</source>
        <translation>AI は ＡＩ になります</translation>
    </message>
    <message>
        <source>&amp;Join lines</source>
        <translation>行をつなげる(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>リンク(&amp;L)</translation>
    </message>
    <message>
        <source>Make a link</source>
        <translation>リンクを作ります</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>画像(&amp;P)</translation>
    </message>
    <message>
        <source>A picture by its address</source>
        <translation>アドレスで指定する画像</translation>
    </message>
    <message>
        <source>Saved where the blog keeps them</source>
        <translation>ブログの画像の場所に保存されます</translation>
    </message>
    <message>
        <source>&amp;Footnote</source>
        <translation>脚注(&amp;F)</translation>
    </message>
    <message>
        <source>A footnote, and back from its text</source>
        <translation>脚注を作り、脚注からは元の所へ戻ります</translation>
    </message>
    <message>
        <source>&amp;End of the excerpt</source>
        <translation>抜粋の終わり(&amp;E)</translation>
    </message>
    <message>
        <source>Where “read more” comes on the blog</source>
        <translation>ブログで「続きを読む」が入る所</translation>
    </message>
    <message>
        <source>&amp;Date and time</source>
        <translation>日付と時刻(&amp;D)</translation>
    </message>
    <message>
        <source>Now, in the blog’s time zone</source>
        <translation>ブログのタイムゾーンでの今</translation>
    </message>
    <message>
        <source>&amp;New table</source>
        <translation>新しい表(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tidy</source>
        <translation>整える(&amp;T)</translation>
    </message>
    <message>
        <source>Row &amp;below</source>
        <translation>下に行を追加(&amp;B)</translation>
    </message>
    <message>
        <source>Delete &amp;row</source>
        <translation>行を削除(&amp;R)</translation>
    </message>
    <message>
        <source>Column to the r&amp;ight</source>
        <translation>右に列を追加(&amp;I)</translation>
    </message>
    <message>
        <source>Delete &amp;column</source>
        <translation>列を削除(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>ライブラリー(&amp;L)</translation>
    </message>
    <message>
        <source>Show or hide all posts of the blog</source>
        <translation>ブログのすべての記事を表示・非表示にします</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>フォーム(&amp;F)</translation>
    </message>
    <message>
        <source>Show or hide the form</source>
        <translation>フォームを表示・非表示にします</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>プレビュー(&amp;P)</translation>
    </message>
    <message>
        <source>Show or hide the preview</source>
        <translation>プレビューを表示・非表示にします</translation>
    </message>
    <message>
        <source>Preview follows the &amp;caret</source>
        <translation>プレビューをカーソルに合わせる(&amp;C)</translation>
    </message>
    <message>
        <source>Keep what you write in sight in the preview</source>
        <translation>書いている所をプレビューに見せ続けます</translation>
    </message>
    <message>
        <source>Let the preview of this blog’s posts ask other sites for their pictures</source>
        <translation>このブログの記事のプレビューで、ほかのサイトの画像を読み込みます</translation>
    </message>
    <message>
        <source>&amp;Plain</source>
        <translation>簡素(&amp;P)</translation>
    </message>
    <message>
        <source>A quiet page to read</source>
        <translation>静かに読めるページ</translation>
    </message>
    <message>
        <source>&amp;GitHub</source>
        <translation>GitHub(&amp;G)</translation>
    </message>
    <message>
        <source>As GitHub shows texts</source>
        <translation>GitHub での見え方</translation>
    </message>
    <message>
        <source>My &amp;blog</source>
        <translation>自分のブログ(&amp;B)</translation>
    </message>
    <message>
        <source>The blog’s own style sheets</source>
        <translation>ブログ自身のスタイルシート</translation>
    </message>
    <message>
        <source>Front matter as &amp;text</source>
        <translation>フロントマターをテキストで(&amp;T)</translation>
    </message>
    <message>
        <source>Show the front matter as the file has it</source>
        <translation>ファイルにあるままのフロントマターを表示します</translation>
    </message>
    <message>
        <source>Spaces, tabs, line ends; zero-width characters are always marked</source>
        <translation>空白・タブ・改行。幅のない文字にはいつも印が付きます</translation>
    </message>
    <message>
        <source>&amp;Read only the preview</source>
        <translation>プレビューだけを読む(&amp;R)</translation>
    </message>
    <message>
        <source>The preview alone</source>
        <translation>プレビューだけにします</translation>
    </message>
    <message>
        <source>Show only the paragraph that you write in</source>
        <translation>書いている段落だけをはっきり見せます</translation>
    </message>
    <message>
        <source>T&amp;ypewriter scrolling</source>
        <translation>タイプライター式スクロール(&amp;Y)</translation>
    </message>
    <message>
        <source>Keep your line at one height</source>
        <translation>書いている行を同じ高さに保ちます</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>Nothing but this window</source>
        <translation>このウィンドウだけにします</translation>
    </message>
    <message>
        <source>Ne&amp;xt part</source>
        <translation>次の部分へ(&amp;X)</translation>
    </message>
    <message>
        <source>From library to form, text and preview</source>
        <translation>ライブラリー・フォーム・文章・プレビューの順に移ります</translation>
    </message>
    <message>
        <source>Part &amp;before</source>
        <translation>前の部分へ(&amp;B)</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>逆の順に移ります</translation>
    </message>
    <message>
        <source>Post used &amp;last</source>
        <translation>一つ前に使った記事(&amp;L)</translation>
    </message>
    <message>
        <source>Post used &amp;before</source>
        <translation>一つ後に使った記事(&amp;B)</translation>
    </message>
    <message>
        <source>Post to the &amp;right</source>
        <translation>右の記事(&amp;R)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>元の大きさ(&amp;A)</translation>
    </message>
    <message>
        <source>Loo&amp;k of the text…</source>
        <translation>文章の見た目(&amp;K)…</translation>
    </message>
    <message>
        <source>Font, size, line height, width</source>
        <translation>フォント・大きさ・行の高さ・幅</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>コマンドを探す(&amp;F)…</translation>
    </message>
    <message>
        <source>All commands, by their names</source>
        <translation>すべてのコマンドを名前で探します</translation>
    </message>
    <message>
        <source>What does this fi&amp;eld do?</source>
        <translation>この欄の働き(&amp;E)</translation>
    </message>
    <message>
        <source>What a key of the front matter does</source>
        <translation>フロントマターのキーの働きを説明します</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>キーボードショートカット(&amp;K)…</translation>
    </message>
    <message>
        <source>All keys, and yours</source>
        <translation>すべてのキーの一覧と変更</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>マニュアル(&amp;M)</translation>
    </message>
    <message>
        <source>The manual, in a window of its own</source>
        <translation>マニュアルを別のウィンドウで開きます</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>ようこそ(&amp;W)</translation>
    </message>
    <message>
        <source>The three ways to begin, and the hints again</source>
        <translation>始め方を三つ示し、ヒントをもう一度出します</translation>
    </message>
    <message>
        <source>&amp;Copy a report</source>
        <translation>報告用の情報をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Versions and folders, for a bug report</source>
        <translation>不具合の報告に使うバージョンとフォルダー</translation>
    </message>
    <message>
        <source>&amp;About Postwright</source>
        <translation>Postwright について(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licences</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Broken links</source>
        <translation>切れたリンク</translation>
    </message>
    <message>
        <source>Doubtful links</source>
        <translation>疑わしいリンク</translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation>ない画像</translation>
    </message>
    <message>
        <source>Unused pictures</source>
        <translation>使われていない画像</translation>
    </message>
    <message>
        <source>Posts that no post links to</source>
        <translation>どこからもリンクのない記事</translation>
    </message>
    <message>
        <source>These lead to nothing: the post or file was renamed, removed, or the name has a slip of the pen.</source>
        <translation>リンク先がありません。記事やファイルの名前が変わったか、消えたか、書き間違いです。</translation>
    </message>
    <message>
        <source>No file of the blog has these addresses. The generator may make them; else they lead to nothing.</source>
        <translation>ブログにこのアドレスのファイルはありません。ジェネレーターが作るのでなければ、リンク先がありません。</translation>
    </message>
    <message>
        <source>The generator will not find these where the posts look for them.</source>
        <translation>記事の示す場所に、ジェネレーターはこの画像を見つけられません。</translation>
    </message>
    <message>
        <source>The names of these stand in no text of the blog.</source>
        <translation>この名前はブログのどの文章にもありません。</translation>
    </message>
    <message>
        <source>Readers find these only in lists.</source>
        <translation>読者は一覧からしかたどり着けません。</translation>
    </message>
    <message>
        <source>The posts that link to the open one.</source>
        <translation>開いている記事にリンクしている記事です。</translation>
    </message>
    <message>
        <source>the links can’t be looked at: {0}</source>
        <translation>リンクを調べられません：{0}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>キーワード</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>著者</translation>
    </message>
    <message>
        <source>Name of the new field</source>
        <translation>新しい項目の名前</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>{0} was saved, but these fields were not: {1}. What you typed is still in them.</source>
        <translation>{0} を保存しましたが、次の欄は保存できませんでした: {1}。入力した内容は欄に残っています。</translation>
    </message>
    <message>
        <source>{0} was saved, but the field “{1}” was not: {2}</source>
        <translation>{0} を保存しましたが、「{1}」の欄は保存できませんでした: {2}</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>日付順</translation>
    </message>
    <message>
        <source>By last change</source>
        <translation>更新順</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>タイトル順</translation>
    </message>
    <message>
        <source>By length</source>
        <translation>長さ順</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>年ごと</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>月ごと</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>フォルダーごと</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>カテゴリーごと</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>状態ごと</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>言語ごと</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>公開</translation>
    </message>
    <message>
        <source>Lies ahead</source>
        <translation>公開前</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>Changed since the last commit</source>
        <translation>前のコミット後に変更</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>カレンダー</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字で見る</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>「{0}」の変更を保存しますか?</translation>
    </message>
    <message>
        <source>If you don&apos;t save, what you changed since the last save is lost.</source>
        <translation>保存しないと、前の保存の後の変更が失われます。</translation>
    </message>
    <message>
        <source>Go back to “{0}” as it was saved last?</source>
        <translation>「{0}」を前に保存した状態に戻しますか?</translation>
    </message>
    <message>
        <source>What you changed since then is lost.</source>
        <translation>その後の変更は失われます。</translation>
    </message>
    <message>
        <source>this pattern takes too long on this text</source>
        <translation>このパターンは、この文章では時間がかかりすぎます</translation>
    </message>
    <message>
        <source>this is no pattern: {0}</source>
        <translation>パターンとして読めません: {0}</translation>
    </message>
    <message>
        <source>The heading of the post, in lists and in the browser’s tab.</source>
        <translation>記事の見出しです。一覧とブラウザーのタブにも出ます。</translation>
    </message>
    <message>
        <source>When the post appeared: posts are sorted by it. Add the time and the offset, as +0900.</source>
        <translation>記事の日付です。この順に並びます。時刻と、+0900 のような時差も書きましょう。</translation>
    </message>
    <message>
        <source>Words that posts are found by. Write each tag as the other posts do, or it gets its own page.</source>
        <translation>記事を探すための言葉です。ほかの記事と同じ書き方にしないと、別のページになります。</translation>
    </message>
    <message>
        <source>The shelves that the post stands on. Most blogs have a few, and give each post one.</source>
        <translation>記事を置く棚です。多くのブログでは数個だけを使い、記事ごとに一つ選びます。</translation>
    </message>
    <message>
        <source>The shelf that the post stands on.</source>
        <translation>記事を置く棚です。</translation>
    </message>
    <message>
        <source>Who wrote it. What is shown of it is up to the theme.</source>
        <translation>書いた人です。どう見えるかはテーマによります。</translation>
    </message>
    <message>
        <source>Marks a post that is not to appear yet, where the generator or the theme asks for it.</source>
        <translation>まだ公開しない記事の印です。ジェネレーターやテーマがこれを見る場合に働きます。</translation>
    </message>
    <message>
        <source>The post’s name in its address, instead of the file’s name.</source>
        <translation>アドレスの中の記事の名前です。ファイル名の代わりになります。</translation>
    </message>
    <message>
        <source>A sentence for search engines and previews of links. Readers don’t see it on the page.</source>
        <translation>検索エンジンやリンクのプレビューのための一文です。ページには出ません。</translation>
    </message>
    <message>
        <source>What lists show of the post, instead of its first paragraph.</source>
        <translation>最初の段落の代わりに一覧に出る文です。</translation>
    </message>
    <message>
        <source>What lists show of the post, instead of its beginning.</source>
        <translation>記事の始めの代わりに一覧に出る文です。</translation>
    </message>
    <message>
        <source>The picture above the post and in previews of links. Its form is up to the theme.</source>
        <translation>記事の上とリンクのプレビューの画像です。書き方はテーマによります。</translation>
    </message>
    <message>
        <source>The language of the post, as ja or en.</source>
        <translation>記事の言語です。ja や en のように書きます。</translation>
    </message>
    <message>
        <source>The template that puts the page around the post.</source>
        <translation>記事のまわりのページを作るテンプレートです。</translation>
    </message>
    <message>
        <source>The address of the post on the site, instead of the usual one.</source>
        <translation>いつものアドレスの代わりに使う、サイトでのアドレスです。</translation>
    </message>
    <message>
        <source>When the post was changed last, where the theme shows that.</source>
        <translation>最後に変更した日です。テーマが示す場合に出ます。</translation>
    </message>
    <message>
        <source>Whether the theme shows a table of contents.</source>
        <translation>テーマが目次を出すかどうかです。</translation>
    </message>
    <message>
        <source>Whether the theme lets readers comment.</source>
        <translation>テーマが読者のコメントを受け付けるかどうかです。</translation>
    </message>
    <message>
        <source>Whether the theme loads what draws formulas.</source>
        <translation>数式を描くためのものをテーマが読み込むかどうかです。</translation>
    </message>
    <message>
        <source>Whether the theme loads what draws diagrams.</source>
        <translation>図を描くためのものをテーマが読み込むかどうかです。</translation>
    </message>
    <message>
        <source>Whether the theme keeps the post above all others.</source>
        <translation>テーマがこの記事をいちばん上に置くかどうかです。</translation>
    </message>
    <message>
        <source>Former addresses: readers who come there are led to the post.</source>
        <translation>以前のアドレスです。そこに来た読者はこの記事へ案内されます。</translation>
    </message>
    <message>
        <source>Words for search engines. Few of them still read those.</source>
        <translation>検索エンジンのための言葉ですが、今はほとんど読まれません。</translation>
    </message>
    <message>
        <source>How many minutes reading takes, where the theme shows that.</source>
        <translation>読むのにかかる分数です。テーマが示す場合に出ます。</translation>
    </message>
    <message>
        <source>The file of _layouts that puts the page around the post, without its ending; “none” for no layout.</source>
        <translation>まわりのページを作る _layouts の中のファイルです（拡張子なし）。「none」ならレイアウトなしです。</translation>
    </message>
    <message>
        <source>The address of the post, as /about/. Named styles (pretty, date …) work in _config.yml alone.</source>
        <translation>/about/ のような、記事のアドレスです。pretty や date などの形式名は _config.yml でだけ使えます。</translation>
    </message>
    <message>
        <source>“false” keeps the post off the site. In quotes it is a text, and the post appears.</source>
        <translation>「false」なら記事はサイトに載りません。引用符で囲むと文字列になり、載ってしまいます。</translation>
    </message>
    <message>
        <source>Goes before the date in the file’s name, and into the address. Without an offset it is UTC.</source>
        <translation>ファイル名の日付より優先され、アドレスにも入ります。時差がないと UTC です。</translation>
    </message>
    <message>
        <source>One category. It becomes a part of the address.</source>
        <translation>カテゴリー一つです。アドレスの一部になります。</translation>
    </message>
    <message>
        <source>A list, or words with spaces between them. They become parts of the address, in their order.</source>
        <translation>リスト、または空白で区切った言葉です。その順にアドレスの一部になります。</translation>
    </message>
    <message>
        <source>A list, or words with spaces between them. Commas do not separate: “a, b” is the tags “a,” and “b”.</source>
        <translation>リスト、または空白で区切った言葉です。コンマでは区切れません。「a, b」は「a,」と「b」になります。</translation>
    </message>
    <message>
        <source>One tag; spaces stay. With “tags” beside it, those do not count.</source>
        <translation>タグ一つです。空白はそのまま残ります。「tags」もあると、そちらは無視されます。</translation>
    </message>
    <message>
        <source>What lists show of the post. Without it that is the first paragraph, or all before the separator.</source>
        <translation>一覧に出る文です。なければ最初の段落か、区切りの印までです。</translation>
    </message>
    <message>
        <source>The mark that ends the excerpt in this post, as &lt;!--more--&gt;.</source>
        <translation>この記事で抜粋の終わりになる印です（&lt;!--more--&gt; など）。</translation>
    </message>
    <message>
        <source>Jekyll pays no attention to it in _posts: “published: false” keeps a post off the site.</source>
        <translation>_posts の中では Jekyll はこれを見ません。載せないようにするのは「published: false」です。</translation>
    </message>
    <message>
        <source>The day of the post. What lies ahead is left out; without an offset it is by the site’s timeZone.</source>
        <translation>ページの日付です。未来のものは載りません。時差がなければサイトの timeZone によります。</translation>
    </message>
    <message>
        <source>“true” keeps the page off the site, unless it is built with --buildDrafts.</source>
        <translation>「true」なら、--buildDrafts を付けてビルドしない限り載りません。</translation>
    </message>
    <message>
        <source>Before that moment the page is left out.</source>
        <translation>その時までページは載りません。</translation>
    </message>
    <message>
        <source>From that moment on the page is left out.</source>
        <translation>その時からページは載らなくなります。</translation>
    </message>
    <message>
        <source>When the page was changed last, for lists, feeds and the site map.</source>
        <translation>最後に変更した日です。一覧・フィード・サイトマップに使われます。</translation>
    </message>
    <message>
        <source>The last part of the address, instead of the file’s name.</source>
        <translation>アドレスの最後の部分です。ファイル名の代わりになります。</translation>
    </message>
    <message>
        <source>The whole address, instead of the usual one.</source>
        <translation>いつものアドレスの代わりに使う、アドレス全体です。</translation>
    </message>
    <message>
        <source>Former addresses: Hugo writes pages there that lead to this one.</source>
        <translation>以前のアドレスです。Hugo がそこに案内のページを作ります。</translation>
    </message>
    <message>
        <source>The place among others: lighter ones come first, before all dates.</source>
        <translation>並び順です。軽いものが先で、日付より優先されます。</translation>
    </message>
    <message>
        <source>Which folder of layouts is used, instead of the section’s.</source>
        <translation>セクションの代わりに使う、レイアウトのフォルダーです。</translation>
    </message>
    <message>
        <source>The template for this page, by its name.</source>
        <translation>このページのテンプレートの名前です。</translation>
    </message>
    <message>
        <source>What lists show of the page. A line with &lt;!--more--&gt; in the text goes before it.</source>
        <translation>一覧に出る文です。本文に &lt;!--more--&gt; の行があれば、そちらが優先されます。</translation>
    </message>
    <message>
        <source>For search engines; .Description in templates.</source>
        <translation>検索エンジン用です。テンプレートでは .Description です。</translation>
    </message>
    <message>
        <source>For search engines, and for finding related pages.</source>
        <translation>検索エンジンと、関連するページを探すのに使われます。</translation>
    </message>
    <message>
        <source>A list. One text with commas is one tag with commas in its name.</source>
        <translation>リストです。コンマを含む一つの文字列は、コンマ入りの一つのタグになります。</translation>
    </message>
    <message>
        <source>A list. Each gets a page of its own.</source>
        <translation>リストです。それぞれにページができます。</translation>
    </message>
    <message>
        <source>Values of your own, for templates: Hugo’s own names can’t get in their way.</source>
        <translation>テンプレートのための自分の値です。Hugo 自身の名前とぶつかりません。</translation>
    </message>
    <message>
        <source>Values for all pages below this one.</source>
        <translation>この下のすべてのページのための値です。</translation>
    </message>
    <message>
        <source>“true”: no page is made; others may take its texts and pictures.</source>
        <translation>「true」ならページを作らず、文章や画像をほかから使えるだけにします。</translation>
    </message>
    <message>
        <source>Pages with the same key are translations of one another.</source>
        <translation>同じキーを持つページが、互いの翻訳になります。</translation>
    </message>
    <message>
        <source>Counts words as Japanese, Chinese and Korean need it, for summaries and reading time.</source>
        <translation>要約と読む時間のために、日本語・中国語・韓国語に合う数え方をします。</translation>
    </message>
    <message>
        <source>post, page or draft; “false” keeps the theme away.</source>
        <translation>post、page、draft のどれかです。「false」ならテーマを使いません。</translation>
    </message>
    <message>
        <source>When it appeared; without it, when the file was made.</source>
        <translation>公開した日です。なければファイルができた日です。</translation>
    </message>
    <message>
        <source>When it was changed last; without it, when the file was.</source>
        <translation>最後に変更した日です。なければファイルの更新日です。</translation>
    </message>
    <message>
        <source>Whether it appears; in _drafts that is “false” by itself.</source>
        <translation>公開するかどうかです。_drafts では、書かなければ「false」です。</translation>
    </message>
    <message>
        <source>A list is one path: each is inside the one before. Lists in a list are several paths.</source>
        <translation>リストは一つの道筋で、前のものの中に次のものがあります。リストの中のリストなら、いくつもの道筋です。</translation>
    </message>
    <message>
        <source>A list; all are beside one another.</source>
        <translation>リストです。すべて横並びです。</translation>
    </message>
    <message>
        <source>The address, instead of the usual one; it ends in “/” or “.html”.</source>
        <translation>いつものアドレスの代わりに使うアドレスです。「/」か「.html」で終わります。</translation>
    </message>
    <message>
        <source>What lists show, instead of the text before &lt;!-- more --&gt;.</source>
        <translation>本文の &lt;!-- more --&gt; までの代わりに、一覧に出る文です。</translation>
    </message>
    <message>
        <source>“true”: tags in braces stay as they are written.</source>
        <translation>「true」なら、波括弧のタグが書いたまま残ります。</translation>
    </message>
    <message>
        <source>Whether readers may comment, where the theme can do that.</source>
        <translation>読者がコメントできるかどうかです。テーマに機能がある場合に働きます。</translation>
    </message>
    <message>
        <source>The language, where it can’t be told from the path.</source>
        <translation>言語です。パスから分からない場合に書きます。</translation>
    </message>
    <message>
        <source>Instead of the id that Astro makes of the file’s name.</source>
        <translation>Astro がファイル名から作る id の代わりです。</translation>
    </message>
    <message>
        <source>Astro itself pays no attention to it: the site’s pages leave drafts out, if they do.</source>
        <translation>Astro 自身はこれを見ません。サイトのページが下書きを除く場合に働きます。</translation>
    </message>
    <message>
        <source>The day of the post, by the site’s schema. A day without a time is midnight UTC.</source>
        <translation>サイトのスキーマでの記事の日付です。時刻のない日付は UTC の 0 時です。</translation>
    </message>
    <message>
        <source>When it was changed last, by the site’s schema.</source>
        <translation>サイトのスキーマでの、最後に変更した日です。</translation>
    </message>
    <message>
        <source>The picture above the post, by the site’s schema.</source>
        <translation>サイトのスキーマでの、記事の上の画像です。</translation>
    </message>
    <message>
        <source>A component that puts the page around a markdown page.</source>
        <translation>Markdown のページのまわりを作るコンポーネントです。</translation>
    </message>
    <message>
        <source>The template in _includes that puts the page around it.</source>
        <translation>まわりのページを作る _includes の中のテンプレートです。</translation>
    </message>
    <message>
        <source>Where the page is written; “false” writes none.</source>
        <translation>ページを書き出す場所です。「false」なら書き出しません。</translation>
    </message>
    <message>
        <source>A day is midnight UTC. “Last Modified”, “Created” and the same after “git” take the file’s.</source>
        <translation>日付は UTC の 0 時です。「Last Modified」「Created」や、その前に「git」を付けたものは、ファイルの日時になります。</translation>
    </message>
    <message>
        <source>The collections that the page is in; some, as “post”, may hold the site together.</source>
        <translation>ページが入るコレクションです。「post」のように、サイトの組み立てに使われるものもあります。</translation>
    </message>
    <message>
        <source>“true”: the page is written, and no list has it.</source>
        <translation>「true」ならページは書き出され、どの一覧にも出ません。</translation>
    </message>
    <message>
        <source>The place in the site’s navigation.</source>
        <translation>サイトのナビゲーションでの位置です。</translation>
    </message>
    <message>
        <source>Makes many pages of one template.</source>
        <translation>一つのテンプレートから多くのページを作ります。</translation>
    </message>
    <message>
        <source>Eleventy itself pays no attention to it, but many sites do.</source>
        <translation>Eleventy 自身はこれを見ませんが、多くのサイトが使っています。</translation>
    </message>
    <message>
        <source>The only key that every article needs.</source>
        <translation>すべての記事に必要な、ただ一つのキーです。</translation>
    </message>
    <message>
        <source>As 2025-11-02 21:54, by the site’s TIMEZONE.</source>
        <translation>2025-11-02 21:54 のように書きます。サイトの TIMEZONE によります。</translation>
    </message>
    <message>
        <source>When it was changed last.</source>
        <translation>最後に変更した日です。</translation>
    </message>
    <message>
        <source>With commas between them; with semicolons, if one of them stands there.</source>
        <translation>コンマで区切ります。セミコロンが一つでもあれば、セミコロンで区切ります。</translation>
    </message>
    <message>
        <source>One category; without it, the name of the folder.</source>
        <translation>カテゴリー一つです。なければフォルダーの名前です。</translation>
    </message>
    <message>
        <source>The article’s name in its address.</source>
        <translation>アドレスの中の記事の名前です。</translation>
    </message>
    <message>
        <source>One author; several stand in “authors”.</source>
        <translation>著者一人です。何人もいるときは「authors」に書きます。</translation>
    </message>
    <message>
        <source>Several authors, with commas or semicolons between them.</source>
        <translation>何人かの著者です。コンマかセミコロンで区切ります。</translation>
    </message>
    <message>
        <source>What lists show; without it, the first words.</source>
        <translation>一覧に出る文です。なければ始めの数語です。</translation>
    </message>
    <message>
        <source>The language. Articles with one slug and several languages are translations.</source>
        <translation>言語です。slug が同じで言語の違う記事は、互いの翻訳です。</translation>
    </message>
    <message>
        <source>“true”: this one is the translation, not the original.</source>
        <translation>「true」なら、これは元の記事ではなく翻訳です。</translation>
    </message>
    <message>
        <source>draft: only who knows the address sees it; hidden: no list has it; skip: nothing is written.</source>
        <translation>draft: アドレスを知る人だけが見られます。hidden: どの一覧にも出ません。skip: 何も書き出しません。</translation>
    </message>
    <message>
        <source>The template, without its ending.</source>
        <translation>テンプレートの名前です（拡張子なし）。</translation>
    </message>
    <message>
        <source>Where the page is written.</source>
        <translation>ページを書き出す場所です。</translation>
    </message>
    <message>
        <source>The address of the page.</source>
        <translation>ページのアドレスです。</translation>
    </message>
    <message>
        <source>As 2025-11-02 or with a time; without quotes, in TOML.</source>
        <translation>2025-11-02 のように、または時刻を付けて書きます。TOML では引用符なしです。</translation>
    </message>
    <message>
        <source>“true” keeps the page off the site, unless it is built with --drafts.</source>
        <translation>「true」なら、--drafts を付けてビルドしない限り載りません。</translation>
    </message>
    <message>
        <source>Former addresses: pages there lead to this one.</source>
        <translation>以前のアドレスです。そこのページがこのページへ案内します。</translation>
    </message>
    <message>
        <source>The place among others, where the section sorts by weight.</source>
        <translation>並び順です。セクションが weight で並べる場合に働きます。</translation>
    </message>
    <message>
        <source>Holds tags and categories, each a list.</source>
        <translation>タグやカテゴリーのリストを入れる所です。</translation>
    </message>
    <message>
        <source>Values of your own, for templates.</source>
        <translation>テンプレートのための自分の値です。</translation>
    </message>
    <message>
        <source>The template for this page.</source>
        <translation>このページのテンプレートです。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き方</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高コントラスト</translation>
    </message>
    <message>
        <source>The language of the program; your posts stay in theirs.</source>
        <translation>プログラムの言語です。記事の言語は変わりません。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The colours of the window. With “as the system”, its accent colour is used, too, where it can be read.</source>
        <translation>ウィンドウの色です。「システムに合わせる」では、読みやすければシステムのアクセント色も使います。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>The size of menus, form and dialogs. The text has a size of its own.</source>
        <translation>メニュー・フォーム・ダイアログの文字の大きさです。文章の大きさは別に選べます。</translation>
    </message>
    <message>
        <source>Size of the window’s letters</source>
        <translation>ウィンドウの文字の大きさ</translation>
    </message>
    <message>
        <source>The font of the text; Japanese letters have a Japanese face in any case.</source>
        <translation>文章のフォントです。日本語の文字は、いつも日本語の字形で表示されます。</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>フォント</translation>
    </message>
    <message>
        <source>The size of the text. Ctrl and the mouse wheel change it, too.</source>
        <translation>文章の文字の大きさです。Ctrl を押しながらマウスのホイールでも変えられます。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>From line to line, as a multiple of the size.</source>
        <translation>行から行までの高さです。文字の大きさの何倍かで示します。</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行の高さ</translation>
    </message>
    <message>
        <source> × the size</source>
        <translation> ×（文字の大きさに対して）</translation>
    </message>
    <message>
        <source>Longer lines are wrapped, however wide the window is: the eye finds the next line.</source>
        <translation>長い行は、ウィンドウが広くてもここで折り返します。次の行を見失いません。</translation>
    </message>
    <message>
        <source>Widest line</source>
        <translation>行の最大の幅</translation>
    </message>
    <message>
        <source> full-width characters</source>
        <translation> 文字（全角）</translation>
    </message>
    <message>
        <source>How wide a tab is shown; the file keeps its tabs.</source>
        <translation>タブの表示の幅です。ファイルのタブはそのままです。</translation>
    </message>
    <message>
        <source>Width of a tab</source>
        <translation>タブの幅</translation>
    </message>
    <message>
        <source> spaces</source>
        <translation> 文字（空白）</translation>
    </message>
    <message>
        <source>Spaces, tabs and line ends are shown. Characters without a width are always marked.</source>
        <translation>空白・タブ・改行を表示します。幅のない文字にはいつも印が付きます。</translation>
    </message>
    <message>
        <source>Show invisible characters</source>
        <translation>見えない文字を表示</translation>
    </message>
    <message>
        <source>Typing a bracket or quote writes its partner; with a selection, it goes around it.</source>
        <translation>括弧や引用符を打つと、対になるものも入ります。選択中は両側に付きます。</translation>
    </message>
    <message>
        <source>Brackets and quotes in pairs</source>
        <translation>括弧と引用符を対にする</translation>
    </message>
    <message>
        <source>The line that you write in stays at one height.</source>
        <translation>書いている行を同じ高さに保ちます。</translation>
    </message>
    <message>
        <source>Typewriter scrolling</source>
        <translation>タイプライター式スクロール</translation>
    </message>
    <message>
        <source>All but the paragraph that you write in is shown faintly.</source>
        <translation>書いている段落のほかを薄く表示します。</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>集中モード</translation>
    </message>
    <message>
        <source>English words that no dictionary has are marked. Japanese and code are left alone.</source>
        <translation>辞書にない英単語に印を付けます。日本語とコードには付けません。</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>スペルチェック</translation>
    </message>
    <message>
        <source>The dictionary for English, as en_GB; empty for the system’s.</source>
        <translation>英語の辞書です。en_GB のように書きます。空ならシステムに合わせます。</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>辞書</translation>
    </message>
    <message>
        <source>The preview shows the place that you write at.</source>
        <translation>書いている所をプレビューに見せ続けます。</translation>
    </message>
    <message>
        <source>Preview follows the caret</source>
        <translation>プレビューをカーソルに合わせる</translation>
    </message>
    <message>
        <source>An export to a repository makes a commit of the post and its pictures, and of nothing else.</source>
        <translation>リポジトリへ書き出すとき、記事と画像だけをコミットします。</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>コミットする</translation>
    </message>
    <message>
        <source>The commit is pushed at once, after you have seen the plan.</source>
        <translation>計画を見た後、コミットをすぐにプッシュします。</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>プッシュする</translation>
    </message>
    <message>
        <source>+ author</source>
        <translation>＋ 著者</translation>
    </message>
    <message>
        <source>+ category</source>
        <translation>＋ カテゴリー</translation>
    </message>
    <message>
        <source>+ tag</source>
        <translation>＋ タグ</translation>
    </message>
    <message>
        <source>+ item</source>
        <translation>＋ 項目</translation>
    </message>
    <message>
        <source>all others: it was stopped</source>
        <translation>残りのすべて（途中で中止したため）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Writing {0} of {1}…</source>
        <translation>{1} 件中 {0} 件目を書き込んでいます…</translation>
    </message>
    <message>
        <source>plain folder</source>
        <translation>通常のフォルダー</translation>
    </message>
    <message>
        <source>not looked at, for they can’t be read: {0}</source>
        <translation>読めないため調べていないファイル：{0}</translation>
    </message>
    <message>
        <source>{0} would not read the front matter</source>
        <translation>{0} はこのフロントマターを読みません</translation>
    </message>
    <message>
        <source>{0} would take lines of the front matter for text</source>
        <translation>{0} はフロントマターの行を本文とみなします</translation>
    </message>
    <message>
        <source>“{0}” would be read as something else</source>
        <translation>「{0}」が別の値として読まれます</translation>
    </message>
    <message>
        <source>the post can’t be written as this blog’s posts are: {0}</source>
        <translation>このブログの記事と同じ形では書けません：{0}</translation>
    </message>
    <message>
        <source>YAML does not read “：” as a colon: write “: ” after the key</source>
        <translation>YAML は「：」をコロンとして読みません。キーの後は半角の「: 」にしてください</translation>
    </message>
    <message>
        <source>the space after the colon is not an ASCII space: YAML does not see a key here</source>
        <translation>コロンの後の空白が半角スペースではないため、YAML はこの行をキーとして読みません</translation>
    </message>
    <message>
        <source>this indentation is not made of ASCII spaces: YAML takes it for text</source>
        <translation>字下げが半角スペースではないため、YAML は文字として読みます</translation>
    </message>
    <message>
        <source>the space after the dash is not an ASCII space: YAML does not see a list item here</source>
        <translation>「-」の後の空白が半角スペースではないため、YAML はリストの項目として読みません</translation>
    </message>
    <message>
        <source>a list item needs a space after its dash</source>
        <translation>リストの項目は「-」の後に半角スペースが必要です</translation>
    </message>
    <message>
        <source>a key needs a space after its colon</source>
        <translation>キーのコロンの後に半角スペースが必要です</translation>
    </message>
    <message>
        <source>“#” starts a comment here: put the item in quotes</source>
        <translation>ここの「#」からはコメントになります。項目を引用符で囲んでください</translation>
    </message>
    <message>
        <source>YAML does not read “，” as a comma: write “, ”</source>
        <translation>YAML は「，」をコンマとして読みません。半角の「, 」にしてください</translation>
    </message>
    <message>
        <source>Correct the line</source>
        <translation>この行を直す</translation>
    </message>
    <message>
        <source>Jekyll stops building the whole site</source>
        <translation>Jekyll はサイト全体のビルドを止めます</translation>
    </message>
    <message>
        <source>Pelican leaves the post out</source>
        <translation>Pelican はこの記事を除外します</translation>
    </message>
    <message>
        <source>{0} stops building</source>
        <translation>{0} はビルドを止めます</translation>
    </message>
    <message>
        <source>{0} counts it from 1970: it means {1}</source>
        <translation>{0} は 1970 年からの経過として数えるため、{1} になります</translation>
    </message>
    <message>
        <source>Jekyll does not read full-width characters: it takes another date</source>
        <translation>Jekyll は全角文字を読まないため、別の日付になります</translation>
    </message>
    <message>
        <source>Jekyll takes it for a day of the current month or year</source>
        <translation>Jekyll は今月または今年の日として読みます</translation>
    </message>
    <message>
        <source>Hexo can’t read it and takes the time of the file</source>
        <translation>Hexo は読めないため、ファイルの日時を使います</translation>
    </message>
    <message>
        <source>JavaScript can’t read it: a schema that wants a date stops the build</source>
        <translation>JavaScript では読めません。日付を求めるスキーマならビルドが止まります</translation>
    </message>
    <message>
        <source>there is no such day: {0} reads {1}</source>
        <translation>存在しない日付です。{0} は {1} として読みます</translation>
    </message>
    <message>
        <source>there is no such time: {0} reads a later day</source>
        <translation>存在しない時刻です。{0} は後の日として読みます</translation>
    </message>
    <message>
        <source>{0}: Jekyll stops building the whole site</source>
        <translation>{0}。Jekyll はサイト全体のビルドを止めます</translation>
    </message>
    <message>
        <source>“{0}” closes a block that is not open</source>
        <translation>「{0}」に対応する開始タグがありません</translation>
    </message>
    <message>
        <source>“{0}” is not inside {1}</source>
        <translation>「{0}」が {1} の中にありません</translation>
    </message>
    <message>
        <source>“{0}” has no closing “{1}”</source>
        <translation>「{0}」を閉じる「{1}」がありません</translation>
    </message>
    <message>
        <source>“{0}” has no closing “{1}”, or no name of a tag after it</source>
        <translation>「{0}」を閉じる「{1}」がないか、後にタグの名前がありません</translation>
    </message>
    <message>
        <source>“raw” takes no arguments</source>
        <translation>「raw」に引数は付けられません</translation>
    </message>
    <message>
        <source>“{0}” needs arguments after {1}, as in {2}</source>
        <translation>「{0}」は {1} の後に引数が必要です。例: {2}</translation>
    </message>
    <message>
        <source>“{0}” is never closed: add {1}, or put {2} around text that only shows the tag</source>
        <translation>「{0}」が閉じられていません。{1} を加えるか、タグを見せるだけなら {2} で囲んでください</translation>
    </message>
    <message>
        <source>the key “{0}” contains an invisible character (U+{1:04X}), so it is a different key</source>
        <translation>キー「{0}」に見えない文字（U+{1:04X}）が入っているため、別のキーになります</translation>
    </message>
    <message>
        <source>“{0}” in full-width letters is not the key “{1}”</source>
        <translation>全角の「{0}」は「{1}」とは別のキーです</translation>
    </message>
    <message>
        <source>“{0}” is one of {1}: “{2}” does not separate them</source>
        <translation>「{0}」で一つの {1} になります。「{2}」では区切られません</translation>
    </message>
    <message>
        <source>Add the spaces</source>
        <translation>スペースを入れる</translation>
    </message>
    <message>
        <source>“{0}” is text, not a list item: put a space after the dash</source>
        <translation>「{0}」はリストの項目ではなく文字として読まれます。「-」の後に半角スペースを入れてください</translation>
    </message>
    <message>
        <source>“{0}” is text, not a key: write a colon and a space after the key</source>
        <translation>「{0}」はキーではなく文字として読まれます。キーの後に半角のコロンとスペースを書いてください</translation>
    </message>
    <message>
        <source>“{0}” contains an invisible character (U+{1:04X}), so it is a different text</source>
        <translation>「{0}」に見えない文字（U+{1:04X}）が含まれているため、別の名前として扱われます</translation>
    </message>
    <message>
        <source>YAML between lines ---</source>
        <translation>--- の行で囲んだ YAML</translation>
    </message>
    <message>
        <source>YAML between lines ---, TOML between lines +++ and JSON in braces</source>
        <translation>--- の行で囲んだ YAML、+++ の行で囲んだ TOML、波括弧の JSON</translation>
    </message>
    <message>
        <source>YAML between lines --- and TOML between lines +++</source>
        <translation>--- の行で囲んだ YAML と +++ の行で囲んだ TOML</translation>
    </message>
    <message>
        <source>lines of “Key: value”</source>
        <translation>「Key: value」の行</translation>
    </message>
    <message>
        <source>TOML between lines +++ and YAML between lines ---</source>
        <translation>+++ の行で囲んだ TOML と --- の行で囲んだ YAML</translation>
    </message>
    <message>
        <source>{0} does not read this {1}: its front matter is {2} ({3})</source>
        <translation>{0} はこの {1} を読みません。フロントマターは {2} で書きます（{3}）</translation>
    </message>
    <message>
        <source>“...” does not end the front matter for {0}: write --- ({1})</source>
        <translation>{0} では「...」でフロントマターは終わりません。--- にしてください（{1}）</translation>
    </message>
    <message>
        <source>Write ---</source>
        <translation>--- にする</translation>
    </message>
    <message>
        <source>an invisible character before {0} hides the front matter from {1}</source>
        <translation>{0} の前に見えない文字があるため、{1} はフロントマターに気づきません</translation>
    </message>
    <message>
        <source>“{0}” does not start a front matter: write --- ({1})</source>
        <translation>「{0}」ではフロントマターは始まりません。--- にしてください（{1}）</translation>
    </message>
    <message>
        <source>the line --- above the front matter is missing: {0} takes it for text</source>
        <translation>フロントマターの上の --- の行がありません。{0} は本文として読みます</translation>
    </message>
    <message>
        <source>Put --- above it</source>
        <translation>上に --- を置く</translation>
    </message>
    <message>
        <source>“{0}” does not start a heading: the space behind # must be an ASCII space</source>
        <translation>「{0}」では見出しになりません。# の後は半角スペースにしてください</translation>
    </message>
    <message>
        <source>“{0}” does not start a heading: # must be ASCII</source>
        <translation>「{0}」では見出しになりません。半角の # にしてください</translation>
    </message>
    <message>
        <source>“{0}” does not start a list item: the space behind the mark must be an ASCII space</source>
        <translation>「{0}」ではリストの項目になりません。記号の後は半角スペースにしてください</translation>
    </message>
    <message>
        <source>“{0}” does not start a list item: the mark must be ASCII</source>
        <translation>「{0}」ではリストの項目になりません。半角の記号にしてください</translation>
    </message>
    <message>
        <source>“{0}” does not start a list item: number, point and space must be ASCII</source>
        <translation>「{0}」ではリストの項目になりません。数字、ピリオド、空白を半角にしてください</translation>
    </message>
    <message>
        <source>“{0}” does not start a quote: the mark must be ASCII</source>
        <translation>「{0}」では引用になりません。半角の &gt; にしてください</translation>
    </message>
    <message>
        <source>a full-width space stands before the mark: this is neither a list item nor a heading</source>
        <translation>記号の前に全角の空白があるため、リストにも見出しにもなりません</translation>
    </message>
    <message>
        <source>“{0}” does not start a code block: the marks must be ASCII</source>
        <translation>「{0}」ではコードブロックになりません。半角の ` にしてください</translation>
    </message>
    <message>
        <source>Write it in ASCII</source>
        <translation>半角にする</translation>
    </message>
    <message>
        <source>a task’s box holds an ASCII space: readers would see the brackets</source>
        <translation>チェックボックスの中は半角スペースにしてください。角括弧がそのまま表示されます</translation>
    </message>
    <message>
        <source>“{0}” does not define a footnote: the colon must be ASCII</source>
        <translation>「{0}」では脚注の定義になりません。コロンを半角にしてください</translation>
    </message>
    <message>
        <source>“！” does not make this link an image: write !</source>
        <translation>「！」では画像になりません。半角の ! にしてください</translation>
    </message>
    <message>
        <source>browsers do not read “：” as a colon: this address leads nowhere</source>
        <translation>ブラウザーは「：」をコロンとして読みません。このアドレスはどこにもつながりません</translation>
    </message>
    <message>
        <source>brackets of a link must be ASCII: readers would see this as text</source>
        <translation>リンクの括弧は半角にしてください。このままでは文字として表示されます</translation>
    </message>
    <message>
        <source>full-width backticks do not mark code</source>
        <translation>全角の「｀」ではコードになりません</translation>
    </message>
    <message>
        <source>full-width asterisks do not mark anything: readers would see them</source>
        <translation>全角の「＊」では強調になりません。記号がそのまま表示されます</translation>
    </message>
    <message>
        <source>a table’s lines are made of ASCII | and -: readers would see this as text</source>
        <translation>表の線は半角の | と - で書きます。このままでは文字として表示されます</translation>
    </message>
    <message>
        <source>this is not bold to {0}: “**” stands between punctuation and a letter</source>
        <translation>{0} では太字になりません。「**」が記号と文字の間にあるためです</translation>
    </message>
    <message>
        <source>Move the marks inside</source>
        <translation>記号を内側へ移す</translation>
    </message>
    <message>
        <source>git could not look at everything: {0}</source>
        <translation>git がすべてを調べられませんでした：{0}</translation>
    </message>
    <message>
        <source>“{0}” is a list: name one of its items, as {0}[0].{1}</source>
        <translation>「{0}」はリストです。{0}[0].{1} のように項目を指定してください</translation>
    </message>
    <message>
        <source>“{0}” is no list</source>
        <translation>「{0}」はリストではありません</translation>
    </message>
    <message>
        <source>“{0}” has no item {1}</source>
        <translation>「{0}」に {1} 番の項目はありません</translation>
    </message>
    <message>
        <source>“{0}” is a single value: it has no keys</source>
        <translation>「{0}」は単独の値で、中にキーを持てません</translation>
    </message>
    <message>
        <source>Pelican’s front matter has no keys inside of keys: “{0}”</source>
        <translation>Pelican のフロントマターではキーの中にキーを書けません：「{0}」</translation>
    </message>
    <message>
        <source>the key “{0}” has a dot in its name: write it in quotes, as &quot;{0}&quot;</source>
        <translation>キー「{0}」は名前にドットを含みます。&quot;{0}&quot; と引用符で囲んでください</translation>
    </message>
    <message>
        <source>“{0}” is no key: write a, a.b, a[0].c, or &quot;a.b&quot; for a name with a dot</source>
        <translation>「{0}」はキーとして読めません。a、a.b、a[0].c のように書き、名前にドットがあれば &quot;a.b&quot; と囲んでください</translation>
    </message>
    <message>
        <source>an error in the program stopped the work on this post ({0}); please report it</source>
        <translation>プログラムのエラーで、この記事の処理を中止しました（{0}）。ご報告ください</translation>
    </message>
    <message>
        <source>the file that holds it is damaged</source>
        <translation>保存されているファイルが壊れています</translation>
    </message>
    <message>
        <source>this key has another kind of value now; press Escape to see it</source>
        <translation>このキーの値は別の種類に変わっています。Esc を押すと今の値が表示されます</translation>
    </message>
    <message>
        <source>press Enter to add it, or Escape to drop it</source>
        <translation>Enter で追加、Esc で取り消し</translation>
    </message>
    <message>
        <source>what was kept before saves can’t be read: {0}</source>
        <translation>保存前の版の記録を読めません：{0}</translation>
    </message>
    <message>
        <source>{0} is a link that leads out of the blog, to {1}: do it there</source>
        <translation>{0} はブログの外（{1}）へのリンクです。リンク先で操作してください</translation>
    </message>
    <message>
        <source>{0} reads no item from “{1}: {2}”: put the value in quotes or in brackets first</source>
        <translation>{0} は「{1}: {2}」から項目を読み取りません。先に値を引用符か角かっこで囲んでください</translation>
    </message>
    <message>
        <source>A change of several posts was stopped half-way ({0}): open the window to finish it or take it back</source>
        <translation>複数の記事の変更が途中で止まっています（{0}）。ウィンドウを開くと、最後まで行うか元に戻すか選べます</translation>
    </message>
    <message>
        <source>A save of {0} was stopped earlier. Its text could not be kept ({1}); it is still in {2}.</source>
        <translation>{0} の前の保存が途中で止まっていました。その文章は保管できませんでしたが（{1}）、{2} に残っています。</translation>
    </message>
    <message>
        <source>A save of {0} was stopped earlier, and the file is not as it was then. It was left alone; the text of that save is among its earlier versions.</source>
        <translation>{0} の前の保存が途中で止まり、そのあとファイルが変わっています。ファイルには手を付けず、保存するはずだった文章を「以前の版」に入れました。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>The headings were not found: {0}</source>
        <translation>見出しを取得できませんでした：{0}</translation>
    </message>
    <message>
        <source>it took longer than {0} s</source>
        <translation>{0}秒を超えたため打ち切りました</translation>
    </message>
    <message>
        <source>an error in the program ({0}); please report it</source>
        <translation>プログラムのエラーです（{0}）。ご報告ください</translation>
    </message>
    <message>
        <source>it needed too much memory</source>
        <translation>メモリを使いすぎました</translation>
    </message>
    <message>
        <source>The checks of this post were stopped: {0}</source>
        <translation>この記事のチェックは中止しました：{0}</translation>
    </message>
    <message>
        <source>{0} was left out when the blog’s posts were compared: reading it took too long</source>
        <translation>{0}は読み込みに時間がかかりすぎたため、ほかの記事との照合から外しました</translation>
    </message>
    <message>
        <source>Replacing in the blog was stopped.</source>
        <translation>ブログ全体の置換が途中で止まりました。</translation>
    </message>
    <message>
        <source>Changing tags was stopped.</source>
        <translation>タグの変更が途中で止まりました。</translation>
    </message>
    <message>
        <source>Changing front matter was stopped.</source>
        <translation>フロントマターの変更が途中で止まりました。</translation>
    </message>
    <message>
        <source>Renaming a post was stopped.</source>
        <translation>記事の名前の変更が途中で止まりました。</translation>
    </message>
    <message>
        <source>not changed yet</source>
        <translation>まだ変更していません</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更済み</translation>
    </message>
    <message>
        <source>changed by someone since: it will be left</source>
        <translation>そのあと変更されたため、手を付けません</translation>
    </message>
    <message>
        <source>has its old name</source>
        <translation>名前はまだ元のまま</translation>
    </message>
    <message>
        <source>has its new name</source>
        <translation>名前を変更済み</translation>
    </message>
    <message>
        <source>can’t be renamed: look at the folder</source>
        <translation>名前を変えられません。フォルダを確かめてください</translation>
    </message>
    <message>
        <source>reading it took too long, or too much memory</source>
        <translation>読み込みに時間かメモリを使いすぎました</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About Postwright</source>
        <translation>Postwright について</translation>
    </message>
    <message>
        <source>An editor for blog posts that keeps every byte you did not edit.</source>
        <translation>編集していない所に一切触れない、ブログ記事のエディターです。</translation>
    </message>
    <message>
        <source>Postwright is free under the MIT licence. Qt and its web engine (Chromium) are used under the LGPL 3; the licences of Chromium’s parts come with them.</source>
        <translation>Postwright は MIT ライセンスの自由なソフトウェアです。Qt とそのウェブエンジン（Chromium）は LGPL 3 のもとで使われ、Chromium の各部のライセンスも付属しています。</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>使われている部品とライセンス</translation>
    </message>
</context>
<context>
    <name>AddField</name>
    <message>
        <source>Add field</source>
        <translation>項目を追加</translation>
    </message>
    <message>
        <source>Name of the field, then Enter</source>
        <translation>項目の名前を書いて Enter</translation>
    </message>
    <message>
        <source>Name of the new field</source>
        <translation>新しい項目の名前</translation>
    </message>
</context>
<context>
    <name>AppearanceButton</name>
    <message>
        <source>Visible · {0}</source>
        <translation>公開 · {0}</translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation>{0} から公開</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>Not on the blog</source>
        <translation>ブログに載りません</translation>
    </message>
    <message>
        <source>Stops the build</source>
        <translation>ビルドが止まります</translation>
    </message>
    <message>
        <source>Encoded: {0}</source>
        <translation>エンコード後: {0}</translation>
    </message>
    <message>
        <source>On the blog’s calendar: {0}</source>
        <translation>ブログの暦では: {0}</translation>
    </message>
    <message>
        <source>By your clock: {0}</source>
        <translation>お使いの時計では: {0}</translation>
    </message>
    <message>
        <source>The site names no time zone, and build servers count in UTC.</source>
        <translation>サイトにタイムゾーンの指定がなく、ビルド用のサーバーは UTC で数えます。</translation>
    </message>
    <message>
        <source>Built here it is {0}, {1}, {2}.</source>
        <translation>このマシンでビルドすると: {0}、{1}、{2}</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>{0} をコピー</translation>
    </message>
    <message>
        <source>Show it: take “published” out</source>
        <translation>表示する:「published」を外す</translation>
    </message>
    <message>
        <source>Show it: take “{0}” out</source>
        <translation>表示する:「{0}」を外す</translation>
    </message>
    <message>
        <source>Show it: “draft” says no</source>
        <translation>表示する:「draft」をオフにする</translation>
    </message>
    <message>
        <source>Set the date to now</source>
        <translation>日付を今にする</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Close the translation</source>
        <translation>翻訳を閉じる</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻訳</translation>
    </message>
</context>
<context>
    <name>BlogChoice</name>
    <message>
        <source>Another &amp;folder…</source>
        <translation>別のフォルダー(&amp;F)…</translation>
    </message>
    <message>
        <source>C&amp;lone…</source>
        <translation>クローン(&amp;L)…</translation>
    </message>
    <message>
        <source>The blog’s folder</source>
        <translation>ブログのフォルダー</translation>
    </message>
    <message>
        <source>Clone a blog</source>
        <translation>ブログのクローン</translation>
    </message>
    <message>
        <source>Address of its repository, as https://github.com/NAME/BLOG.git</source>
        <translation>リポジトリのアドレス（https://github.com/NAME/BLOG.git など）</translation>
    </message>
    <message>
        <source>Where the clone goes</source>
        <translation>クローンを置く場所</translation>
    </message>
    <message>
        <source>Cloning {0}…</source>
        <translation>{0} をクローンしています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>BlogLinks</name>
    <message>
        <source>Links of the blog</source>
        <translation>ブログのリンク</translation>
    </message>
    <message>
        <source>What links to the open post</source>
        <translation>開いている記事へのリンク</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>もう一度調べる(&amp;L)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>書かれているもの</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Reading the blog’s posts…</source>
        <translation>ブログの記事を読んでいます…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>何も見つかりません。</translation>
    </message>
</context>
<context>
    <name>BlogSearch</name>
    <message>
        <source>Find in the blog</source>
        <translation>ブログ全体を検索</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>大文字と小文字を区別(&amp;C)</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>単語単位(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>正規表現(&amp;R)</translation>
    </message>
    <message>
        <source>ＡＩ is AI</source>
        <translation>ＡＩ と AI を同じと見なす</translation>
    </message>
    <message>
        <source>&amp;Find all</source>
        <translation>すべて検索(&amp;F)</translation>
    </message>
    <message>
        <source>Replace what is &amp;ticked</source>
        <translation>印を付けた所を置換(&amp;T)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索しています…</translation>
    </message>
    <message>
        <source>Changed: {0} · posts: {1}.</source>
        <translation>変更: {0} · 記事: {1}。</translation>
    </message>
    <message>
        <source>has changes that are not saved: save it, then search again</source>
        <translation>保存していない変更があります。保存してから、もう一度検索してください</translation>
    </message>
    <message>
        <source>Places: {0} · posts: {1}</source>
        <translation>該当: {0} · 記事: {1}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>置換後</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>該当箇所</translation>
    </message>
</context>
<context>
    <name>BlogSearching</name>
    <message>
        <source>Open a post of a blog first: its other posts are searched with it.</source>
        <translation>先にブログの記事を開いてください。ブログのほかの記事も一緒に検索します。</translation>
    </message>
    <message>
        <source>Open a post of a blog first: the tags of its posts are listed.</source>
        <translation>先にブログの記事を開いてください。そのブログのタグを一覧にします。</translation>
    </message>
    <message>
        <source>Open a post of a blog first: the links of its posts are looked at.</source>
        <translation>先にブログの記事を開いてください。そのブログのリンクを調べます。</translation>
    </message>
</context>
<context>
    <name>BlogTags</name>
    <message>
        <source>Tags of the blog</source>
        <translation>ブログのタグ</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Only those that are nearly alike</source>
        <translation>よく似たものだけ</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Choose words on the left, then type what they become</source>
        <translation>左で言葉を選び、変更後の言葉を書いてください</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>新しい言葉</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>&amp;Change these posts</source>
        <translation>これらの記事を変更(&amp;C)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読んでいます…</translation>
    </message>
    <message>
        <source>Posts changed: {0}.</source>
        <translation>変更した記事: {0}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln 語</numerusform>
        </translation>
    </message>
    <message>
        <source>Only those that are nearly alike ({0})</source>
        <translation>よく似たものだけ（{0}）</translation>
    </message>
    <message>
        <source>has changes that are not saved: save it first</source>
        <translation>保存していない変更があります。先に保存してください</translation>
    </message>
    <message>
        <source>Posts that would change: {0}</source>
        <translation>変わる記事: {0}</translation>
    </message>
</context>
<context>
    <name>BlogWindow</name>
    <message>
        <source>Take it &amp;back</source>
        <translation>元に戻す(&amp;B)</translation>
    </message>
    <message>
        <source>Posts that are as they were: {0}.</source>
        <translation>元の状態の記事: {0}。</translation>
    </message>
    <message>
        <source>{0}: has changes that are not saved</source>
        <translation>{0}: 保存していない変更があります</translation>
    </message>
    <message>
        <source> Left as they were: {0}.</source>
        <translation> 元のままの記事: {0}。</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Click or press Delete to remove “{0}”; drag it to reorder</source>
        <translation>クリックか Delete で「{0}」を取り除きます。ドラッグで並べ替えます</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Two versions</source>
        <translation>二つの版</translation>
    </message>
    <message>
        <source>Both sides changed these places. Choose what the blog is to have; nothing is written before you do.</source>
        <translation>両方で変更された所があります。ブログにどちらを置くか選んでください。選ぶまで何も書き込みません。</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}、{1} 行目</translation>
    </message>
    <message>
        <source>The file was deleted.</source>
        <translation>ファイルは削除されました。</translation>
    </message>
    <message>
        <source>A file of {0} bytes.</source>
        <translation>{0} バイトのファイル。</translation>
    </message>
    <message>
        <source>Places to decide: {0}</source>
        <translation>決める所: {0}</translation>
    </message>
    <message>
        <source>All places are decided.</source>
        <translation>すべて決まりました。</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Save a copy as HTML</source>
        <translation>HTML としてコピーを保存</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Save a copy as PDF</source>
        <translation>PDF としてコピーを保存</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The post could not be printed: is the preview shown, and the printer on?</source>
        <translation>記事を印刷できませんでした。プレビューが表示され、プリンターが使えるか確かめてください</translation>
    </message>
    <message>
        <source>Saved a copy: {0}</source>
        <translation>コピーを保存しました: {0}</translation>
    </message>
    <message>
        <source>{0} can’t be written: choose a folder that you may write to.</source>
        <translation>{0} に書けません。書き込めるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Copied as rich text: paste it where you write.</source>
        <translation>リッチテキストとしてコピーしました。書く所に貼り付けてください。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>2025-11-02 21:54:50 +0900</source>
        <translation>2025-11-02 21:54:50 +0900</translation>
    </message>
    <message>
        <source>Choose day, time and offset</source>
        <translation>日・時刻・時差を選ぶ</translation>
    </message>
    <message>
        <source>Choose {0}</source>
        <translation>{0}を選ぶ</translation>
    </message>
</context>
<context>
    <name>DatePopup</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>前の月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>次の月</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Offset from UTC</source>
        <translation>UTC との時差</translation>
    </message>
    <message>
        <source>no offset</source>
        <translation>時差なし</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>{0} is open in another window of Postwright, too. Nothing is overwritten: whoever saves second is asked.</source>
        <translation>{0} は Postwright の別のウィンドウでも開いています。上書きはされません。後から保存するほうで確認します。</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Save this post first: it has no file that could be exported.</source>
        <translation>先にこの記事を保存してください。書き出すファイルがまだありません。</translation>
    </message>
    <message>
        <source>{0} was opened to look at only.</source>
        <translation>{0} は閲覧だけのために開かれています。</translation>
    </message>
    <message>
        <source>Save and export</source>
        <translation>保存して書き出す</translation>
    </message>
    <message>
        <source>The post has changes that are not saved.</source>
        <translation>記事に保存していない変更があります。</translation>
    </message>
    <message>
        <source>There is no commit of an export that waits to be pushed.</source>
        <translation>プッシュを待っている書き出しのコミットはありません。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書き込んでいます…</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>コミットしています…</translation>
    </message>
    <message>
        <source>Commit again</source>
        <translation>もう一度コミット</translation>
    </message>
    <message>
        <source>Take the files back</source>
        <translation>ファイルを元に戻す</translation>
    </message>
    <message>
        <source>Asking the other side…</source>
        <translation>相手側に尋ねています…</translation>
    </message>
    <message>
        <source>These earlier commits of yours go along:</source>
        <translation>前からのこれらのコミットも一緒に送ります:</translation>
    </message>
    <message>
        <source>{0} has moved on:</source>
        <translation>{0} が進んでいます:</translation>
    </message>
    <message>
        <source>Your commit is put on top of that; the files here follow.</source>
        <translation>その上にコミットを重ね、ここのファイルも合わせます。</translation>
    </message>
    <message>
        <source>Push to {0}?</source>
        <translation>{0} にプッシュしますか?</translation>
    </message>
    <message>
        <source>Push again</source>
        <translation>もう一度プッシュ</translation>
    </message>
    <message>
        <source>The commit is kept, and was not pushed.</source>
        <translation>コミットは残っています。プッシュはしていません。</translation>
    </message>
    <message>
        <source>Pushing…</source>
        <translation>プッシュしています…</translation>
    </message>
    <message>
        <source>Onto a branch of its own…</source>
        <translation>別のブランチへ…</translation>
    </message>
    <message>
        <source>Decide and push</source>
        <translation>決めてプッシュ</translation>
    </message>
    <message>
        <source>Onto a branch of its own</source>
        <translation>別のブランチへ</translation>
    </message>
    <message>
        <source>Name of the branch on the other side</source>
        <translation>相手側のブランチの名前</translation>
    </message>
    <message>
        <source>Exported as {0}.</source>
        <translation>{0} として書き出しました。</translation>
    </message>
    <message>
        <source>Committed: {0}.</source>
        <translation>コミットしました: {0}。</translation>
    </message>
    <message>
        <source>The last commit has it like that already.</source>
        <translation>直前のコミットがすでにこの内容です。</translation>
    </message>
    <message>
        <source>Pushed to {0}.</source>
        <translation>{0} にプッシュしました。</translation>
    </message>
    <message>
        <source>Open a pull request</source>
        <translation>プルリクエストを開く</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>プッシュする</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Is it live?</source>
        <translation>公開された?</translation>
    </message>
    <message>
        <source>Show the post there</source>
        <translation>そこで記事を見る</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Left as they are, because they were changed since: {0}</source>
        <translation>その後変更されたので、そのままにしました: {0}</translation>
    </message>
    <message>
        <source>The blog’s files are as they were.</source>
        <translation>ブログのファイルは元のとおりです。</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>出力を見る</translation>
    </message>
    <message>
        <source>git and its hooks said:</source>
        <translation>git とフックの言葉:</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} に尋ねています…</translation>
    </message>
    <message>
        <source>{0} is there.</source>
        <translation>{0} があります。</translation>
    </message>
    <message>
        <source>{0} is not there yet ({1}): sites take minutes to build.</source>
        <translation>{0} はまだありません（{1}）。サイトのビルドには数分かかります。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export {0}</source>
        <translation>{0} を書き出す</translation>
    </message>
    <message>
        <source>from its name or title</source>
        <translation>名前かタイトルから</translation>
    </message>
    <message>
        <source>where it fits best</source>
        <translation>最も合う場所</translation>
    </message>
    <message>
        <source>&amp;Decide…</source>
        <translation>決める(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>コミット(&amp;C)</translation>
    </message>
    <message>
        <source>Message of the commit</source>
        <translation>コミットのメッセージ</translation>
    </message>
    <message>
        <source>on a branc&amp;h of its own</source>
        <translation>別のブランチで(&amp;H)</translation>
    </message>
    <message>
        <source>For a pull request: the branch here is not pushed</source>
        <translation>プルリクエスト用です。ここのブランチはプッシュしません</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Choose the blog that the post goes to.</source>
        <translation>記事を運ぶブログを選んでください。</translation>
    </message>
    <message>
        <source>Reading the blog…</source>
        <translation>ブログを読んでいます…</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>アドレスなし</translation>
    </message>
    <message>
        <source>The blog’s copy was changed since the last export, in the same places: {0} to decide.</source>
        <translation>ブログ側の記事が、前の書き出しの後に同じ所で変更されています。決める所: {0}</translation>
    </message>
    <message>
        <source>The blog’s copy was changed since the last export. Both versions are brought together.</source>
        <translation>ブログ側の記事が、前の書き出しの後に変更されています。両方を一つにまとめます。</translation>
    </message>
    <message>
        <source>The blog has this post as it is: there is nothing to export.</source>
        <translation>ブログの記事はすでに同じ内容です。書き出すものはありません。</translation>
    </message>
    <message>
        <source>&amp;Push to {0}</source>
        <translation>{0} へプッシュ(&amp;P)</translation>
    </message>
    <message>
        <source>I trust this folder: let git use {0}</source>
        <translation>このフォルダを信頼し、git に {0} を使わせる</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>コミット</translation>
    </message>
    <message>
        <source>push</source>
        <translation>プッシュ</translation>
    </message>
    <message>
        <source> and </source>
        <translation>と</translation>
    </message>
    <message>
        <source>&amp;Blog</source>
        <translation>ブログ(&amp;B)</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>ファイル名(&amp;N)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>What the fields do: {0}</source>
        <translation>各欄の働き: {0}</translation>
    </message>
    <message>
        <source>Keys of the front matter</source>
        <translation>フロントマターのキー</translation>
    </message>
    <message>
        <source>{0} itself does not know “{1}”. The blog’s theme or a plugin may read it.</source>
        <translation>{0} 自身は「{1}」を使いません。ブログのテーマやプラグインが読むのかもしれません。</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>出典: {0}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this post</source>
        <translation>この記事の中を検索します</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>置換後</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>単語単位</translation>
    </message>
    <message>
        <source>Regular expression; \1 in the replacement is its first group</source>
        <translation>正規表現（置換後の \1 は最初のまとまり）</translation>
    </message>
    <message>
        <source>Full- and half-width characters are the same</source>
        <translation>全角と半角を同じと見なす</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>すべて置換</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>前の該当箇所（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>次の該当箇所（Enter）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
    <message>
        <source>{0} replaced</source>
        <translation>{0} か所を置換しました</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} か所中 {0}</translation>
    </message>
    <message>
        <source>this file can’t be changed</source>
        <translation>このファイルは変更できません</translation>
    </message>
</context>
<context>
    <name>GroupField</name>
    <message>
        <source>Add to {0}</source>
        <translation>{0} に追加</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>Versions and folders are on the clipboard. No word of your posts is in it.</source>
        <translation>バージョンとフォルダーをクリップボードにコピーしました。記事の言葉は一つも含まれません。</translation>
    </message>
    <message>
        <source>The example can’t be copied: {0}. Open a post of yours instead.</source>
        <translation>見本をコピーできません: {0}。代わりにご自分の記事を開いてください。</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Above the text is the post’s front matter. Only what you change there is written to the file.</source>
        <translation>文章の上にあるのが記事のフロントマターです。ファイルに書かれるのは、そこで変えた所だけです。</translation>
    </message>
    <message>
        <source>On the right is the post as your blog will show it. A double click there leads to its line.</source>
        <translation>右は、ブログで見えるとおりの記事です。ダブルクリックすると、その行へ移ります。</translation>
    </message>
    <message>
        <source>{0} finds every command by its name.</source>
        <translation>{0} で、すべてのコマンドを名前で探せます。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>分かりました</translation>
    </message>
    <message>
        <source>Next ({0}/{1})</source>
        <translation>次へ（{0}/{1}）</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>Save this post first: it has no file yet.</source>
        <translation>先にこの記事を保存してください。まだファイルがありません。</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>文字数</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>以前の版</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>変わった所</translation>
    </message>
    <message>
        <source>As it was then</source>
        <translation>その時の内容</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>今の内容</translation>
    </message>
    <message>
        <source>As a pa&amp;ge</source>
        <translation>ページで見る(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>前へ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>Earlier versions of {0}</source>
        <translation>{0} の以前の版</translation>
    </message>
    <message>
        <source>Asking git…</source>
        <translation>git に尋ねています…</translation>
    </message>
    <message>
        <source>before it was saved</source>
        <translation>保存する前の内容</translation>
    </message>
    <message>
        <source>kept by {0}</source>
        <translation>{0} の控え</translation>
    </message>
    <message>
        <source>Nothing is kept of this post yet: it was not saved here, and no git has it.</source>
        <translation>この記事の以前の版はまだありません。ここで保存されたことがなく、git にもありません。</translation>
    </message>
    <message>
        <source>No commit has this post yet.</source>
        <translation>この記事のコミットはまだありません。</translation>
    </message>
    <message>
        <source>This version can’t be read: {0}</source>
        <translation>この版は読めません：{0}</translation>
    </message>
    <message>
        <source>The copy has the same text.</source>
        <translation>コピーも同じ文章です。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) differ(s)</source>
        <translation>
            <numerusform>%Ln か所が違います</numerusform>
        </translation>
    </message>
    <message>
        <source>− in this post, + in the copy</source>
        <translation>− この記事、＋ コピー</translation>
    </message>
    <message>
        <source>The post is as it was then.</source>
        <translation>記事はその時と同じです。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) changed since</source>
        <translation>
            <numerusform>その後 %Ln か所が変わりました</numerusform>
        </translation>
    </message>
    <message>
        <source>− as it is now, + as it was then</source>
        <translation>− 今の内容、＋ その時の内容</translation>
    </message>
    <message>
        <source>Take this &amp;passage</source>
        <translation>この部分を取り入れる(&amp;P)</translation>
    </message>
    <message>
        <source>Take &amp;all of it</source>
        <translation>すべて取り入れる(&amp;A)</translation>
    </message>
    <message>
        <source>Bring this &amp;passage back</source>
        <translation>この部分を戻す(&amp;P)</translation>
    </message>
    <message>
        <source>Bring &amp;all of it back</source>
        <translation>すべて戻す(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Your settings could not be read and start afresh. The old file is kept: {0}.</source>
        <translation>設定を読めなかったので、初期の状態で始めました。前のファイルはここにあります: {0}。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Title, tag or text</source>
        <translation>タイトル・タグ・本文</translation>
    </message>
    <message>
        <source>Find posts</source>
        <translation>記事を探す</translation>
    </message>
    <message>
        <source>Order, groups and state</source>
        <translation>並び順・グループ・状態</translation>
    </message>
    <message>
        <source>Posts of the blog</source>
        <translation>ブログの記事</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>The posts can’t be listed: {0}</source>
        <translation>記事を一覧にできません: {0}</translation>
    </message>
    <message>
        <source>Open a post of your blog.</source>
        <translation>ブログの記事を開いてください。</translation>
    </message>
    <message>
        <source>Reading {0} of {1}…</source>
        <translation>{1} 件中 {0} 件を読みました…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln 件の記事</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} posts</source>
        <translation>{1} 件中 {0} 件</translation>
    </message>
    <message>
        <source>The list may be out of date: {0}</source>
        <translation>一覧が最新でない可能性があります：{0}</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Look of the text</source>
        <translation>文章の見た目</translation>
    </message>
    <message>
        <source>The system’s own</source>
        <translation>システムの標準</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> full-width characters</source>
        <translation> 文字（全角）</translation>
    </message>
    <message>
        <source> spaces</source>
        <translation> 文字（空白）</translation>
    </message>
    <message>
        <source> × the size</source>
        <translation> ×（文字の大きさに対して）</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>フォント(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大きさ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Line height</source>
        <translation>行の高さ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Widest line</source>
        <translation>行の最大の幅(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tab</source>
        <translation>タブ(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Manual</source>
        <translation>マニュアル</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>マニュアルのページ</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Rename {0}</source>
        <translation>{0} の名前を変える</translation>
    </message>
    <message>
        <source>Make {0} a draft</source>
        <translation>{0} を下書きに戻す</translation>
    </message>
    <message>
        <source>Publish {0}</source>
        <translation>{0} を公開する</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変える</translation>
    </message>
    <message>
        <source>Make it a draft</source>
        <translation>下書きに戻す</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公開する</translation>
    </message>
    <message>
        <source>Reading the blog’s posts…</source>
        <translation>ブログの記事を読んでいます…</translation>
    </message>
    <message numerus="yes">
        <source>Rewrite the %Ln link(s) of other posts</source>
        <translation>
            <numerusform>ほかの記事の %Ln 件のリンクを書き換える</numerusform>
        </translation>
    </message>
    <message>
        <source>Readers of the old address are led to the new one ({0})</source>
        <translation>前のアドレスの読者を新しいアドレスへ案内する（{0}）</translation>
    </message>
    <message>
        <source>{0} (stays)</source>
        <translation>{0}（変わりません）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}、{1} 行目</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>ファイル名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日付(&amp;D)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
</context>
<context>
    <name>NameList</name>
    <message>
        <source>Names that fit</source>
        <translation>合う名前</translation>
    </message>
</context>
<context>
    <name>NewPostDialog</name>
    <message>
        <source>New post in {0}</source>
        <translation>{0} の新しい記事</translation>
    </message>
    <message>
        <source>from the title</source>
        <translation>タイトルから</translation>
    </message>
    <message>
        <source>Other names from the title</source>
        <translation>タイトルから作るほかの名前</translation>
    </message>
    <message>
        <source>the newest posts of this blog</source>
        <translation>このブログの新しい記事</translation>
    </message>
    <message>
        <source>where it fits best</source>
        <translation>最も合う場所</translation>
    </message>
    <message>
        <source>As a dra&amp;ft</source>
        <translation>下書きにする(&amp;F)</translation>
    </message>
    <message>
        <source>Reading the blog’s posts…</source>
        <translation>ブログの記事を読んでいます…</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>フロントマター</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>タイトル(&amp;T)</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>ファイル名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日付(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Like</source>
        <translation>手本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>場所(&amp;P)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Start writing</source>
        <translation>書き始める</translation>
    </message>
    <message>
        <source>the open post ({0})</source>
        <translation>開いている記事（{0}）</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>コンマで区切る</translation>
    </message>
    <message>
        <source>This date can’t be read: write it as 2026-04-12 or 2026-04-12 07:40 +0900.</source>
        <translation>日付として読めません。2026-04-12 または 2026-04-12 07:40 +0900 の形で書いてください。</translation>
    </message>
    <message>
        <source>A file name has no slashes.</source>
        <translation>ファイル名に斜線は使えません。</translation>
    </message>
</context>
<context>
    <name>NewPosts</name>
    <message>
        <source>Open a post of your blog first: the new one is made like its posts.</source>
        <translation>先にブログの記事を開いてください。新しい記事はそのブログの記事にならいます。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The blog’s folder</source>
        <translation>ブログのフォルダー</translation>
    </message>
    <message>
        <source>{0} has no posts yet. A new post that you save there is its first.</source>
        <translation>{0} にはまだ記事がありません。そこに保存する新しい記事が最初の記事になります。</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Headings</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Go to heading</source>
        <translation>見出しへ移動</translation>
    </message>
    <message>
        <source>Drag a heading to move its section</source>
        <translation>見出しをドラッグすると節が動きます</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか?</translation>
    </message>
    <message>
        <source>Name of the command</source>
        <translation>コマンドの名前</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>合うコマンド</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Pasted as plain text: its formatting can’t be converted ({0}).</source>
        <translation>書式を変換できなかったため、プレーンテキストとして貼り付けました（{0}）。</translation>
    </message>
    <message>
        <source>The last paste was dropped: it was still being converted. Paste it again.</source>
        <translation>変換が終わる前だったため、最後の貼り付けは取り消されました。もう一度貼り付けてください。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Choose pictures</source>
        <translation>画像を選ぶ</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>画像 ({0})</translation>
    </message>
    <message>
        <source>is larger than 64 MB</source>
        <translation>64 MB を超えています</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>{0} was not put into the post: it {1}.</source>
        <translation>{0} を記事に入れられませんでした: {1}。</translation>
    </message>
    <message>
        <source>Make it {0} pixels wide</source>
        <translation>幅を {0} ピクセルにする</translation>
    </message>
    <message>
        <source>The picture stays with this draft, and moves into the blog with it.</source>
        <translation>画像はこの下書きとともに残り、ブログへ一緒に移ります。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) saved in {0}.</source>
        <translation>
            <numerusform>%Ln 枚の画像を {0} に保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0} として保存しました。</translation>
    </message>
    <message>
        <source>Type what it shows, for readers who can’t see it.</source>
        <translation>見えない読者のために、何の画像かを書いてください。</translation>
    </message>
    <message>
        <source>The picture could not be made smaller: {0}</source>
        <translation>画像を小さくできませんでした: {0}</translation>
    </message>
    <message>
        <source>The draft’s pictures could not be moved into the blog: {0}</source>
        <translation>下書きの画像をブログへ移せませんでした: {0}</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>What changes</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Changed lines</source>
        <translation>変わる行</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>As a pa&amp;ge</source>
        <translation>ページで見る(&amp;G)</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>フロントマター</translation>
    </message>
    <message>
        <source>To know ({0})</source>
        <translation>お知らせ（{0}）</translation>
    </message>
    <message>
        <source>Problems ({0})</source>
        <translation>問題（{0}）</translation>
    </message>
    <message>
        <source>In the post</source>
        <translation>この記事</translation>
    </message>
    <message>
        <source>In the blog</source>
        <translation>ブログ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>PostCalendar</name>
    <message>
        <source>Month before</source>
        <translation>前の月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>次の月</translation>
    </message>
</context>
<context>
    <name>PostFiles</name>
    <message>
        <source>Untitled post</source>
        <translation>無題の記事</translation>
    </message>
    <message>
        <source>Open posts</source>
        <translation>開いている記事</translation>
    </message>
    <message>
        <source>Posts ({0});;All files (*)</source>
        <translation>記事 ({0});;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>its first part is shown</source>
        <translation>始めの部分を表示しています</translation>
    </message>
    <message>
        <source>it is shown with escapes</source>
        <translation>読めないバイトを記号で表示しています</translation>
    </message>
    <message>
        <source>line {0} has the character U+{1}, which the text pane can&apos;t hold</source>
        <translation>{0} 行目の文字 U+{1} は、この編集欄では扱えません</translation>
    </message>
    <message>
        <source>it is shown as it is</source>
        <translation>そのまま表示しています</translation>
    </message>
    <message>
        <source>{0} was opened to look at only; nothing was written.</source>
        <translation>{0} は閲覧だけのために開かれています。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>Save the post as</source>
        <translation>記事を保存</translation>
    </message>
    <message>
        <source>{0} was made by somebody else meanwhile: choose another name.</source>
        <translation>{0} はその間に別の人が作りました。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>{0} is a link out of the blog: saving writes {1}.</source>
        <translation>{0} はブログの外へのリンクです。保存すると {1} に書き込みます。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be edited here any more: {1}. What you typed is still here.</source>
        <translation>{0} はここではもう編集できません: {1}。入力した内容はそのまま残っています。</translation>
    </message>
    <message>
        <source>Save as UTF-8</source>
        <translation>UTF-8 で保存</translation>
    </message>
    <message>
        <source>{0} was not saved: {1}.</source>
        <translation>{0} は保存されませんでした: {1}。</translation>
    </message>
    <message>
        <source>{0} was not saved: it {1}. Your text is still here.</source>
        <translation>{0} は保存されませんでした: {1}。文章はここに残っています。</translation>
    </message>
    <message>
        <source>Overwrite it</source>
        <translation>上書きする</translation>
    </message>
    <message>
        <source>Open theirs</source>
        <translation>相手の版を開く</translation>
    </message>
    <message>
        <source>{0} can&apos;t be edited here: {1}. To look at, {2}; nothing will be written.</source>
        <translation>{0} はここでは編集できません: {1}。{2}（閲覧のみ、何も書き込みません）。</translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message>
        <source>This would mend it:</source>
        <translation>こう直せます:</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s)</source>
        <translation>
            <numerusform>ほかの項目 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The front matter can&apos;t be read. Line {0}, column {1}: {2}. It is shown as text below; once it is corrected there, the form comes back.</source>
        <translation>フロントマターを読めません。{0} 行 {1} 桁: {2}。下にテキストで表示しています。そこで直すとフォームに戻ります。</translation>
    </message>
    <message>
        <source>This post&apos;s front matter is a script, which is never run here. It is shown as text below.</source>
        <translation>この記事のフロントマターはスクリプトです。ここでは実行しません。下にテキストで表示しています。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s) not shown here: show the front matter as text.</source>
        <translation>
            <numerusform>ほかの %Ln 件はここには出ません。フロントマターをテキストで表示してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostMoves</name>
    <message>
        <source>There is no move that could be taken back.</source>
        <translation>取り消せる名前変更はありません。</translation>
    </message>
    <message>
        <source>Save this post first: it has no file that could be duplicated.</source>
        <translation>先にこの記事を保存してください。複製するファイルがまだありません。</translation>
    </message>
    <message>
        <source>A copy, to be saved as {0}. Give it a title of its own.</source>
        <translation>{0} として保存される写しです。新しいタイトルを付けてください。</translation>
    </message>
    <message>
        <source>{0} could not be moved to the trash; it is still there.</source>
        <translation>{0} をごみ箱に移せませんでした。まだ元の所にあります。</translation>
    </message>
    <message>
        <source>{0} is no longer in the trash, or something lies in its place.</source>
        <translation>{0} はもうごみ箱にないか、元の場所に別のものがあります。</translation>
    </message>
    <message>
        <source>{0} was moved to the trash.</source>
        <translation>{0} をごみ箱に移しました。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Save this post first: it has no file yet.</source>
        <translation>先にこの記事を保存してください。まだファイルがありません。</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>保存して続ける</translation>
    </message>
    <message>
        <source>The post has changes that are not saved.</source>
        <translation>記事に保存していない変更があります。</translation>
    </message>
    <message>
        <source>{0} was opened to look at only.</source>
        <translation>{0} は閲覧だけのために開かれています。</translation>
    </message>
    <message>
        <source>The post is now {0}.</source>
        <translation>記事は {0} になりました。</translation>
    </message>
    <message>
        <source>Other posts changed: {0}.</source>
        <translation>変更したほかの記事: {0}。</translation>
    </message>
    <message>
        <source>Left as they were: {0}.</source>
        <translation>元のままの記事: {0}。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Save or revert {0} first.</source>
        <translation>先に {0} を保存するか、保存した状態に戻してください。</translation>
    </message>
    <message>
        <source>The post is {0} again.</source>
        <translation>記事は {0} に戻りました。</translation>
    </message>
    <message>
        <source>Move “{0}” to the trash?</source>
        <translation>「{0}」をごみ箱に移しますか?</translation>
    </message>
    <message>
        <source>Move the folder “{0}” to the trash?</source>
        <translation>フォルダー「{0}」をごみ箱に移しますか?</translation>
    </message>
    <message>
        <source>You can put it back. Looking for links to it…</source>
        <translation>後で元に戻せます。この記事へのリンクを探しています…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>ごみ箱に移す</translation>
    </message>
    <message>
        <source>You can put it back.</source>
        <translation>後で元に戻せます。</translation>
    </message>
    <message>
        <source>These links lead to it, and will lead nowhere:</source>
        <translation>この記事への次のリンクは行き先を失います:</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}、{1} 行目</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostNumbers</name>
    <message numerus="yes">
        <source>%Ln post(s), {0} characters, {1} words</source>
        <translation>
            <numerusform>%Ln 件の記事、{0} 文字、{1} 語</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} posts a month since {1}</source>
        <translation>{1} から月に {0} 件</translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation>タグ: {0}</translation>
    </message>
</context>
<context>
    <name>PostProblems</name>
    <message>
        <source>This post has no problems.</source>
        <translation>この記事に問題はありません。</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>{0} 行目: {1}</translation>
    </message>
</context>
<context>
    <name>PostRows</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message>
        <source>changed {0}</source>
        <translation>更新 {0}</translation>
    </message>
    <message>
        <source>± not committed</source>
        <translation>± 未コミット</translation>
    </message>
</context>
<context>
    <name>PreferenceCommands</name>
    <message>
        <source>Export preferences</source>
        <translation>設定の書き出し</translation>
    </message>
    <message>
        <source>Import preferences</source>
        <translation>設定の読み込み</translation>
    </message>
    <message>
        <source>{0} holds no preferences of Postwright.</source>
        <translation>{0} は Postwright の設定ではありません。</translation>
    </message>
    <message>
        <source>Taken over, but for what this version does not know: {0}.</source>
        <translation>読み込みました。ただし、この版にないものは除きました: {0}。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Find a preference</source>
        <translation>設定を探す</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Preferences that were exported on another machine</source>
        <translation>別のマシンで書き出した設定を読み込みます</translation>
    </message>
    <message>
        <source>A file with all that you chose, for another machine</source>
        <translation>選んだものすべてを、別のマシンのためにファイルに書き出します</translation>
    </message>
    <message>
        <source>the system’s own</source>
        <translation>システムの標準</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>The preview stopped and was started again. Your text is safe.</source>
        <translation>プレビューが止まったので、始め直しました。文章は無事です。</translation>
    </message>
    <message>
        <source>The preview did not respond and was started again. Your text is safe.</source>
        <translation>プレビューが応答しなくなったため、再起動しました。文章は無事です。</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>もう一度始める</translation>
    </message>
    <message>
        <source>The preview keeps stopping with this post, so it is off now. Your text is safe.</source>
        <translation>この記事ではプレビューが何度も止まるので、切りました。文章は無事です。</translation>
    </message>
    <message>
        <source>its layouts and style sheets can’t be read, or take too long</source>
        <translation>レイアウトやスタイルシートを読めないか、時間がかかりすぎます</translation>
    </message>
    <message>
        <source>The blog’s own look can’t be shown: {0}.</source>
        <translation>ブログの見た目で表示できません: {0}。</translation>
    </message>
    <message>
        <source>Load them on this blog</source>
        <translation>このブログでは読み込む</translation>
    </message>
    <message>
        <source>Pictures of other sites are not loaded: those sites would learn that you read this post.</source>
        <translation>ほかのサイトの画像は読み込んでいません。読み込むと、この記事を見ていることがそのサイトに伝わります。</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>This link goes to {0}</source>
        <translation>リンク先: {0}</translation>
    </message>
</context>
<context>
    <name>RawField</name>
    <message>
        <source>As it is written in the file</source>
        <translation>ファイルに書かれているまま</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>No posts opened yet</source>
        <translation>まだ記事を開いていません</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message numerus="yes">
        <source>Postwright did not end as it should. The unsaved changes of %Ln post(s) are kept.</source>
        <translation>
            <numerusform>Postwright が正しく終了しませんでした。%Ln 件の記事の、保存していない変更が残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>{0} was changed by another program since: undo shows that version.</source>
        <translation>{0} はその後、別のプログラムが変更しました。元に戻す操作でその版が現れます。</translation>
    </message>
    <message>
        <source>What you type can’t be kept for the case of a crash ({0}): save often.</source>
        <translation>入力の控えを残せません（{0}）。こまめに保存してください。</translation>
    </message>
</context>
<context>
    <name>RecoveryWindow</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>Last typed</source>
        <translation>最後の入力</translation>
    </message>
    <message>
        <source>Posts that were not saved</source>
        <translation>保存されていない記事</translation>
    </message>
    <message>
        <source>It was never saved.</source>
        <translation>一度も保存されていません。</translation>
    </message>
    <message>
        <source>What was not saved</source>
        <translation>保存されていない内容</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard (kept for 30 days)</source>
        <translation>捨てる（30 日間は残ります）(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>後で(&amp;L)</translation>
    </message>
    <message>
        <source>− as the file is now, + as you had typed it</source>
        <translation>− 今のファイル、＋ 入力していた内容</translation>
    </message>
    <message>
        <source>The file is not there any more; this is what you had.</source>
        <translation>ファイルはもうありません。残っていた内容です。</translation>
    </message>
    <message>
        <source>In the field {0}, not in the post: {1}</source>
        <translation>「{0}」の欄にあり、記事には入っていない内容: {1}</translation>
    </message>
    <message>
        <source>The end of what was kept can’t be read.</source>
        <translation>控えの終わりの部分を読めません。</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Remove “{0}” from the front matter</source>
        <translation>「{0}」をフロントマターから削除</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を削除</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Command or keys</source>
        <translation>コマンドかキー</translation>
    </message>
    <message>
        <source>Find a command or its keys</source>
        <translation>コマンドかキーを探す</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとキー</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>&amp;Use these keys</source>
        <translation>このキーにする(&amp;U)</translation>
    </message>
    <message>
        <source>The usual &amp;ones</source>
        <translation>いつものキー(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>キーなし(&amp;N)</translation>
    </message>
    <message>
        <source>New &amp;keys</source>
        <translation>新しいキー(&amp;K)</translation>
    </message>
    <message>
        <source>“{0}” has these keys: give it others first.</source>
        <translation>このキーは「{0}」が使っています。先にそちらを変えてください。</translation>
    </message>
    <message>
        <source>These are the usual keys.</source>
        <translation>いつものキーです。</translation>
    </message>
    <message>
        <source>Changed, and kept.</source>
        <translation>変更しました。次からも使えます。</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Spelling can’t be checked: {0}</source>
        <translation>スペルチェックを行えません：{0}</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>候補はありません</translation>
    </message>
    <message>
        <source>“{0}” is right</source>
        <translation>「{0}」は正しい</translation>
    </message>
    <message>
        <source>“{0}” is right in this blog</source>
        <translation>「{0}」はこのブログでは正しい</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>mixed line ends</source>
        <translation>改行が混在</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>{0} 行目: {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>問題 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>ヒント %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存しました</translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation>{0} に保存</translation>
    </message>
    <message>
        <source>Line {0}, column {1}</source>
        <translation>{0} 行 {1} 桁</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln 語</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>Characters without white space; {0} manuscript pages of 400 characters; reading time</source>
        <translation>空白を除く文字数。400 字詰め原稿用紙 {0} 枚。読む時間</translation>
    </message>
    <message>
        <source>selected: {0}</source>
        <translation>選択: {0}</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Open posts</source>
        <translation>開いている記事</translation>
    </message>
    <message>
        <source>Untitled post</source>
        <translation>無題の記事</translation>
    </message>
    <message>
        <source>Close this post</source>
        <translation>この記事を閉じます</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Text of the post</source>
        <translation>記事の本文</translation>
    </message>
    <message>
        <source>Write here…</source>
        <translation>ここに書いてください…</translation>
    </message>
</context>
<context>
    <name>Translating</name>
    <message>
        <source>Save this post first: its translations are found by its file.</source>
        <translation>先にこの記事を保存してください。翻訳はファイルから探します。</translation>
    </message>
    <message>
        <source>The translation begins as the post does; it is saved as {0}. The post is beside it.</source>
        <translation>翻訳は元の記事と同じ文章から始まり、{0} として保存されます。元の記事を横に表示しています。</translation>
    </message>
</context>
<context>
    <name>TranslationsDialog</name>
    <message>
        <source>Translations of {0}</source>
        <translation>{0} の翻訳</translation>
    </message>
    <message>
        <source>Reading the blog’s posts…</source>
        <translation>ブログの記事を読んでいます…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Read it &amp;beside</source>
        <translation>横に並べて読む(&amp;B)</translation>
    </message>
    <message>
        <source>Language of a new translation</source>
        <translation>新しい翻訳の言語</translation>
    </message>
    <message>
        <source>&amp;New translation</source>
        <translation>新しい翻訳(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>This post has no translation yet.</source>
        <translation>この記事の翻訳はまだありません。</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>A change of several posts was stopped half-way. It can be finished or taken back.</source>
        <translation>複数の記事の変更が途中で止まっています。最後まで行うことも、元に戻すこともできます。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>見る</translation>
    </message>
</context>
<context>
    <name>UnfinishedWindow</name>
    <message>
        <source>Stopped half-way</source>
        <translation>途中で止まった変更</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>&amp;Finish it</source>
        <translation>最後まで行う(&amp;F)</translation>
    </message>
    <message>
        <source>Take it &amp;back</source>
        <translation>元に戻す(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>あとで(&amp;L)</translation>
    </message>
    <message>
        <source>{0} of {1} steps are done.</source>
        <translation>{1} 件のうち {0} 件まで済んでいます。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Files written: {0}.</source>
        <translation>{0} 個のファイルを書き換えました。</translation>
    </message>
    <message>
        <source>Left as they were: {0}.</source>
        <translation>そのままにしたもの: {0}。</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>{0} was changed by another program, and read again.</source>
        <translation>{0} は別のプログラムが変更したので、読み直しました。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比べる</translation>
    </message>
    <message>
        <source>{0} keeps another version of {1}, from another machine: {2}.</source>
        <translation>{0} には、別のマシンからの {1} の別の版があります: {2}。</translation>
    </message>
    <message>
        <source>Save it there again</source>
        <translation>そこにもう一度保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>{0} was deleted or moved by another program. Your text is still here.</source>
        <translation>{0} は別のプログラムが消したか移動しました。文章はここに残っています。</translation>
    </message>
    <message>
        <source>{0} was changed by another program, and you have changes that are not saved.</source>
        <translation>{0} は別のプログラムが変更しました。こちらにも保存していない変更があります。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の版を残す</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>相手の版にする</translation>
    </message>
    <message>
        <source>Bring both together</source>
        <translation>両方を一つにまとめる</translation>
    </message>
    <message>
        <source>Both versions are in the text now; save it when it is right.</source>
        <translation>両方の版を文章にまとめました。よければ保存してください。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Write your posts; their files stay yours. What you do not edit is never touched.</source>
        <translation>記事を書きましょう。ファイルはあなたのものです。編集していない所には一切触れません。</translation>
    </message>
    <message>
        <source>Open your &amp;blog</source>
        <translation>ブログを開く(&amp;B)</translation>
    </message>
    <message>
        <source>The folder of the blog: all its posts are beside the text then.</source>
        <translation>ブログのフォルダーです。すべての記事が文章の横に並びます。</translation>
    </message>
    <message>
        <source>Open a &amp;post</source>
        <translation>記事を開く(&amp;P)</translation>
    </message>
    <message>
        <source>A single file, wherever it lies.</source>
        <translation>どこにある記事でも開けます。</translation>
    </message>
    <message>
        <source>Try the &amp;example</source>
        <translation>見本を試す(&amp;E)</translation>
    </message>
    <message>
        <source>A small blog in Japanese and English, in a copy that you may spoil.</source>
        <translation>日本語と英語の小さなブログです。写しなので、自由に変えられます。</translation>
    </message>
    <message>
        <source>&amp;Start with an empty post</source>
        <translation>空の記事から始める(&amp;S)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Converting what is pasted… Escape gives it up</source>
        <translation>貼り付けを変換しています… Escで取り消します</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>ツールバー</translation>
    </message>
</context>
<context>
    <name>WritingCommands</name>
    <message>
        <source>Line, 1 to {0}:</source>
        <translation>行（1 から {0}）:</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>行へ移動</translation>
    </message>
</context>
<context>
    <name>_Bars</name>
    <message>
        <source>Posts a month: {0}</source>
        <translation>月ごとの記事: {0}</translation>
    </message>
    <message numerus="yes">
        <source>{0}: %Ln post(s)</source>
        <translation>
            <numerusform>{0}: %Ln 件の記事</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Grid</name>
    <message>
        <source>Days with posts</source>
        <translation>記事のある日</translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>Mine</source>
        <translation>自分の版</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>相手の版</translation>
    </message>
    <message>
        <source>Both, mine first</source>
        <translation>両方（自分の版が先）</translation>
    </message>
</context>
</TS>
