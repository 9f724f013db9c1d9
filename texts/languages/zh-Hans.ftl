### 阅览室的界面文字，简体中文。各条的说明见 en.ftl。

## The language

language-name = 简体中文
language-mark = 简
language-tags = zh

## Numbers, dates and lists

thousands-separator = ,
month-name = { $month }月
date-month = { $year }年{ month-name }
date-day-of-month = { month-name }{ $day }日
date-day = { $year }年{ date-day-of-month }
date-time = { date-day } { $time } ({ $zone })
articles = { $count } 篇
quoted = “{ $text }”
either = { $first }、{ $second }
both = { $first }，{ $second }

## The page

reading-room = 阅览室
skip-to-content = 跳到正文
language = 语言
theme-button =
    { $theme ->
       *[auto] 配色：跟随系统
        [light] 配色：浅色
        [dark] 配色：深色
    }
loading = 正在载入……
loading-failed = 载入失败
retry = 重试
close = 关闭
cancel = 取消
untitled = （无题）
back-to-list = 返回列表
see-all-articles = 查看全部文章
no-such-article = 没有这篇文章
no-such-article-why = 这个地址上没有文章：它可能已从资料库中删除，也可能是链接不完整。
no-such-page = 没有这个页面

## The foot of every page

footer-extent = 收录文章 { $articles }，最新一篇发表于{ $newest }。
footer-feed = 订阅新文章
footer-feed-title = 在 RSS 阅读器中订阅（Atom）
footer-privacy = 搜索和阅读都在您的浏览器里完成：查过什么、读过什么，不会离开这台设备。
footer-privacy-plain = 搜索的内容不会离开这台设备；网站的主机知道打开了哪些页面和文件。

## The search box and its help

search = 搜索
search-hint = 在 { $articles } 篇文章中搜索，简繁皆可
search-hint-plain = 搜索全部文章，简繁皆可
search-clear = 清除搜索
search-names = 名称
search-offered = 搜索记录
search-offered-saved = 已保存
search-offered-recent = 最近
search-help = 可以怎样搜索
search-help-intro = 简体、繁体一并查找，不分大小写。点一个例子试试。
search-example-words = 图书馆 铁路
    .meaning = 两个词都有
search-example-sequence = "movable type"
    .meaning = 一字不差，连在一起
search-example-beginning = print*
    .meaning = 以此开头的单词
search-example-without = 茶 -港口
    .meaning = 没有后一个词
search-example-or = 茶 OR 咖啡
    .meaning = 有其中一个即可
search-example-title = title:茶
    .meaning = 在标题里
search-name-meaning =
    { $facet ->
        [category] 这个栏目的
        [tag] 有这个标签的
        [site] 这个来源的
       *[author] 这位作者的
    }
search-date-meaning = 某年、某月或某日
search-dates-meaning = 从……到……，含首尾
search-after-meaning = 在此之后
search-before-meaning = 在此之前
problem-unclosed-quote = { $part }：引号没有成对，按到末尾为止处理。
problem-nothing-to-find = “{ $part }”里没有可以搜索的文字，已忽略。
problem-not-a-date = “{ $part }”不是日期，已忽略。可以写 2019、2019-07、2019-07-03 或 2019..2020-03。
problem-lone-or = OR 要放在两个词之间，已忽略。

## What was found

at-least = 至少 { $articles }
still-searching = 正在搜索更早的文章……
searched-so-far = 已搜索最新的 { $searched } 篇，共 { $all } 篇。
search-on = 搜索更早的文章
unsearched-title = 有些内容未能搜索
unsearched-articles = { $oldest }至{ $newest }的文章未能搜索。
unsearched-texts = { $texts }在{ $oldest }至{ $newest }的文章中未能查找。
containing = 含“{ $typed }”
cost = { $milliseconds } 毫秒 · { $kilobytes } KB
sort = 排序
sort-relevance = 相关度
sort-newest = 最新在前
sort-oldest = 最早在前
list-ends = 列表到此为止。请用搜索、筛选或年份缩小范围，查看其余文章。
nothing-found = 没有找到文章
nothing-contains = 没有一篇文章含有{ $texts }。简体、繁体已一并查找。
nothing-contains-all = 这些词各有文章提到，但没有一篇同时含有。
search-instead = 改搜“{ $typed }”
nothing-here-contains = 符合这些筛选条件的文章里，没有一篇含有“{ $typed }”。
nothing-fits = 没有文章同时符合这些筛选条件。
empty-archive = 这个资料库里还没有文章。
no-text = （没有文字）

## The filters

filters = 筛选
filters-clear = 清除筛选
facet =
    { $facet ->
       *[category] 栏目
        [author] 作者
        [year] 年份
        [site] 来源
        [tag] 标签
        [script] 文字
    }
facet-find-value =
    { $facet ->
       *[category] 查找栏目
        [author] 查找作者
        [year] 查找年份
        [site] 查找来源
        [tag] 查找标签
        [script] 查找文字
    }
script-name =
    { $script ->
        [zh-Hans] 简体
        [zh-Hant] 繁體
       *[other] 其他文字
    }
facet-all-values = 全部 { $values } 个
facet-fewer-values = 收起
take-back = 取消“{ $value }”
show-articles = 查看 { $articles } 篇文章
show-all-articles = 查看全部 { $articles } 篇文章
timeline = 每月文章数：拖动可选择时间
timeline-from = 起始时间
timeline-to = 截止时间

## What has happened to a file, and what a reader or keeper can do

load-error-missing = 找不到文件 { $file }。资料库可能刚刚更新，请重试；若仍然如此，说明发布的资料库不完整。
load-error-network = 文件 { $file } 没有取回来（{ $cause }）。请检查网络连接，然后重试。
load-error-status = 服务器对文件 { $file } 的回答是 { $status }。请稍后重试。
load-error-damaged = 文件 { $file } 已损坏或不完整（{ $cause }）。请重试；若仍然如此，需要重新生成或重新复制资料库。
load-error-version = { $file } 的格式版本是 { $found }，这个页面只能读版本 { $format }。请用同一版本的 build-index 重新生成资料库，或把页面换成与资料库一样新的版本。
load-error-part = 页面的一部分（{ $module }）没有取回来。请检查网络连接，然后重试。若仍然如此，可能是页面刚刚更新，请重新载入页面。
load-error-no-decompression = 这个浏览器不能解压文件 { $file }。请换用较新的浏览器（Chrome 80、Firefox 113、Safari 16.4 或更新）。

## The article page

article-reading-time = 约 { $minutes } 分钟
article-tools = 文章工具
article-original = 原文
article-previous = 上一篇
article-next = 下一篇
article-neighbours = 前后文章
article-earlier-version = 较早的版本
article-sources = 源文件
article-empty = 这篇文章没有正文。
article-play-video = 播放视频（{ $site }）
article-play-audio = 播放音频（{ $site }）
article-open-frame = 打开此处嵌入的内容（{ $site }）
article-enlarge = 查看大图
article-enlarge-named = 查看大图：{ $picture }
article-picture = 图片
article-previous-picture = 上一张
article-next-picture = 下一张
article-wide-table = 表格，可左右滚动
article-copy-link = 复制链接
article-print = 打印

text-settings = 阅读设置
text-size = 字号
text-smaller = 缩小字号
text-larger = 放大字号
text-width = 行宽
text-width-name =
    { $width ->
        [narrow] 窄
       *[normal] 适中
        [wide] 宽
    }
theme = 配色
theme-name =
    { $theme ->
       *[auto] 跟随系统
        [light] 浅色
        [dark] 深色
    }

find = 在文中查找
find-no-match = 文中没有
find-matches = 文中 { $count } 处
find-match-of = 第 { $place } 处，共 { $matches } 处
find-previous = 上一处
find-next = 下一处

cite = 引用
cite-plain-text = 纯文本
copy = 复制
copied = 已复制
copy-by-hand = 浏览器不允许自动复制。文字已选中，请手动复制。

read-aloud = 朗读
read-aloud-pause = 暂停朗读
read-aloud-go-on = 继续朗读
read-aloud-stop = 停止朗读

related = 相关文章
related-more-by = { $author }的其他文章
related-all-by = 查看{ $author }的全部文章
related-failed = 相关文章没有载入。

## Pictures that other sites have

pictures = 站外图片
pictures-load = 自动载入
pictures-click = 点按载入
pictures-never = 不载入
pictures-explanation = 载入图片时，图片所在的网站会知道有人正在阅读。
pictures-show = 显示图片（来自 { $site }）
pictures-open = 打开图片（位于 { $site }）
pictures-not-loaded = 本文有 { $count } 张站外图片没有载入。
pictures-show-all = 全部显示

## Chinese in the other script

conversion = 简繁转换
conversion-as-written = 按原文
conversion-explanation = 标题和正文由程序在本机转换，转换过的文章会注明。作者、栏目等名称保持原样。
conversion-to-simplified-done = 本文由程序转换为简体字。
conversion-to-traditional-done = 本文由程序转换为繁体字。
conversion-show-as-written = 看原文
conversion-shown-as-written = 现在显示的是原文。
conversion-to-simplified = 转为简体字
conversion-to-traditional = 转为繁体字
conversion-failed = 暂时无法转换为繁体字，文章仍按原文显示。

## Lists as files

export = 导出
export-title = 导出 { $articles }
export-fields = 每篇包括标题、作者、日期、栏目、标签、原文网址和本站网址，不含正文。
export-so-far = 这里只有目前找到的文章，更早的文章尚未搜索。
export-for-csv = 表格软件
export-for-json = 程序处理
export-for-markdown = 笔记
export-for-bibtex = 文献引用
export-progress = 已整理 { $done } 篇，共 { $all } 篇
export-go-on = 继续
export-saved = 已存为 { $file }
export-refused = 浏览器没有保存文件。

## Statistics

statistics = 统计
statistics-of-these = 统计这些文章
statistics-by-month = 各月文章数
statistics-by-quarter = 各季度文章数
statistics-by-year = 各年文章数
statistics-over-time = 各时期文章数
statistics-by-facet =
    { $facet ->
       *[category] 各栏目文章数
        [author] 各作者文章数
        [year] 各年文章数
        [site] 各来源文章数
        [tag] 各标签文章数
        [script] 各种文字的文章数
    }
statistics-values = 共 { $count } 个
statistics-others = 其余 { $count } 个
statistics-chosen = 红色为已选，灰色为加选后可以增加的文章。
statistics-courses = 词语走势
statistics-courses-hint = 输入一个词，或任何可以搜索的内容，看它在各个时期出现在多少篇文章里；再加几个，便可对照。
statistics-word = 词语或搜索条件
statistics-add = 添加
statistics-enough = 最多对照六个。
statistics-measure = 计量
statistics-share = 占比
statistics-within-filters = 只计符合筛选条件的文章。
statistics-numbers = 数据与下载
statistics-time = 时间
statistics-value = 名称
statistics-articles = 文章数
statistics-save-picture = 保存图片（SVG）
statistics-save-numbers = 保存数据（CSV）
statistics-source = 来源：{ $archive }，{ $day }

## What the reader's device remembers

device = 本机记录
bookmarks = 收藏
bookmark = 收藏这篇文章
bookmarks-none = 还没有收藏。点文章里的书签图标，或按 S 键，文章就会列在这里。
bookmarks-find = 在收藏里查找
bookmarked = 已收藏
not-bookmarked = 已取消收藏

history = 读过的文章
history-none = 读过的文章会列在这里。
history-span = 清除范围
history-span-hour = 最近一小时
history-span-today = 今天
history-span-week = 最近七天
history-span-everything = 全部
clear = 清除

saved-searches = 保存的搜索
saved-searches-none = 还没有保存的搜索。点搜索结果上方的星形图标，就会保存到这里。
save-search = 保存这次搜索
rename = 改名
rename-search = 给“{ $name }”改名
search-name = 名称
save = 保存
recent-searches = 最近的搜索
recent-searches-none = 搜索过的内容会列在这里。

device-data = 你的数据
device-promise = 以上内容只保存在这台设备的浏览器里，不会发往任何地方。
device-size = 共占 { $kilobytes } KB。
device-remember = 记住我读过、搜过什么
device-remember-hint = 关闭后，不再记下读过的文章、读到哪里、搜过什么和上次何时来过；收藏和保存的搜索照常保留。
device-export = 导出到文件
device-import = 从文件导入
device-imported = 已导入：{ $what }。
device-imported-bookmarks = 收藏 { $count } 条
device-imported-searches = 保存的搜索 { $count } 个
device-imported-read = 读过的文章 { $count } 篇
device-imported-nothing = 文件里的内容，这里都已经有了。
device-not-imported = 没有导入：这不是从这里导出的文件，或者文件已损坏（{ $cause }）。
device-not-imported-version = 没有导入：文件的版本是 { $version }，这个页面还读不了。请换用较新的页面再试。
device-delete-all = 全部删除
device-delete-all-sure = 要删除收藏、搜索和全部阅读记录吗？删除后无法恢复，不妨先导出到文件。
remove = 删除“{ $name }”
removed = 已删除。
undo = 撤销
device-full = 没能保存：浏览器留给这个网站的空间已经用完。请删掉一些不再需要的内容，删除前不妨先导出到文件。
device-forbidden = 这个浏览器不允许本页保存数据，页面一关，这里的内容就没有了。想留下来，请导出到文件。
continue-reading = 接着上次读（{ $percent }%）
new-sign = 新
new-since = { $day }以来新增 { $articles } 篇

## The keyboard: where keys work, and what they do

keys = 快捷键
keys-explanation = 不在输入文字时可用。两个键要先后按下。
keys-anywhere = 任何页面
keys-search = 搜索
keys-newest-articles = 最新文章
keys-device = 本机记录
keys-statistics = 统计
keys-theme = 切换深浅配色
keys-help = 显示快捷键
keys-in-list = 列表
keys-next-article = 下一篇
keys-previous-article = 上一篇
keys-open = 打开
keys-bookmark-it = 加书签
keys-in-article = 文章
keys-next-of-list = 列表中的下一篇
keys-previous-of-list = 列表中的上一篇
keys-back-to-list = 返回列表
keys-find = 在文中查找
keys-match = 上一处、下一处
keys-bookmark = 加书签
keys-in-search-box = 搜索框
keys-choose-name = 选择名称
keys-take-name = 选用名称，或开始搜索
keys-close-names = 收起名称

## Before the viewer has come, and where it never does

about = 收录文章的阅览室：可以阅读、筛选和搜索，简体繁体皆可。
about-archive = { $name }：收录文章，可以阅读、筛选和搜索，简体繁体皆可。
start-opening = 正在打开阅览室……
start-late = 如果一直停在这里：网络可能中断，或浏览器过旧（需要 WebAssembly），请重新载入或换用较新的浏览器。
start-no-script = 阅览室在浏览器中运行，需要开启 JavaScript。
start-list-late = 如果列表一直停在这里：网络可能中断，或浏览器过旧（需要 WebAssembly），请重新载入或换用较新的浏览器。
start-list-no-script = JavaScript 已关闭，这里只有最新的文章。启用 JavaScript 后可以搜索、筛选和阅读全部文章。
start-list-plain = JavaScript 已关闭。全部文章仍可阅读，只有搜索和筛选需要它。
embed-failed = 阅览室打不开。
open-late = 搜索和筛选还在载入。如果一直停在这里，网络可能已经中断。
open-failed = 搜索和筛选没有载入：网络可能中断，或浏览器过旧、关闭了 WebAssembly。本页的文字仍然可以阅读。
open-stopped = 页面出错了，请重新载入。
lists = 全部文章的简明列表
lists-by =
    { $what ->
       *[month] 按月份
        [category] 按分类
        [author] 按作者
        [site] 按来源
    }
lists-newer = 较新的文章
lists-older = 较早的文章
lists-most = 这里列出文章最多的 { $count } 个。
search-plain = 没有 JavaScript 时如何查找
search-plain-why = 搜索框在浏览器中运行，需要 JavaScript。没有它也可以阅读全部文章，并用以下方法查找：
search-plain-months = 如果大致知道文章写于何时：打开那个月份的列表，用浏览器在页面中查找标题里的词（Ctrl+F，Mac 上为 ⌘F，手机上为“在页面中查找”）。
search-plain-values = 如果知道文章的分类、作者或来源：它们的列表收有各自的全部文章。
search-plain-feed = 订阅源里有最新的文章及全文；多数阅读器可以搜索已经收取的内容。
search-plain-engine = 在搜索引擎中，给要找的词加上“site:{ $site }”，就能找到它所收录的本库文章。
article-moved = 这篇文章换了地址
not-found = 这里没有页面
not-found-why = 地址可能有误，或者页面已经移走。文章都在阅览室里，可以在那里搜索标题或正文。
not-found-to-archive = 前往阅览室
