### 閱覽室的介面文字，繁體中文。各條的說明見 en.ftl。

## The language

language-name = 繁體中文
language-mark = 繁
language-tags = zh-TW zh-HK zh-MO

## Numbers, dates and lists

thousands-separator = ,
month-name = { $month }月
date-month = { $year }年{ month-name }
date-day-of-month = { month-name }{ $day }日
date-day = { $year }年{ date-day-of-month }
date-time = { date-day } { $time } ({ $zone })
articles = { $count } 篇
quoted = 「{ $text }」
either = { $first }、{ $second }
both = { $first }，{ $second }

## The page

reading-room = 閱覽室
skip-to-content = 跳至主要內容
language = 語言
theme-button =
    { $theme ->
       *[auto] 配色：跟隨系統
        [light] 配色：淺色
        [dark] 配色：深色
    }
loading = 正在載入……
loading-failed = 載入失敗
retry = 重試
close = 關閉
cancel = 取消
untitled = （無標題）
back-to-list = 返回列表
see-all-articles = 查看全部文章
no-such-article = 沒有這篇文章
no-such-article-why = 這個網址沒有文章：可能已從資料庫移除，也可能是連結不完整。
no-such-page = 沒有這個頁面

## The foot of every page

footer-extent = 收錄文章 { $articles }，最新一篇發表於{ $newest }。
footer-feed = 訂閱新文章
footer-feed-title = 在 RSS 閱讀器中訂閱（Atom）
footer-privacy = 搜尋與閱讀都在您的瀏覽器裡完成：查過什麼、讀過什麼，不會離開這部裝置。
footer-privacy-plain = 搜尋的內容不會離開這台裝置；網站的主機知道打開了哪些頁面和檔案。

## The search box and its help

search = 搜尋
search-hint = 在 { $articles } 篇文章中搜尋，簡繁皆可
search-hint-plain = 搜尋全部文章，簡繁皆可
search-clear = 清除搜尋
search-names = 名稱
search-offered = 搜尋紀錄
search-offered-saved = 已儲存
search-offered-recent = 最近
search-help = 可以怎麼搜尋
search-help-intro = 簡體、繁體一併搜尋，不分大小寫。點選例子試試看。
search-example-words = 圖書館 鐵路
    .meaning = 兩個詞都有
search-example-sequence = "movable type"
    .meaning = 一字不差，連在一起
search-example-beginning = print*
    .meaning = 以此開頭的單字
search-example-without = 茶 -港口
    .meaning = 沒有後一個詞
search-example-or = 茶 OR 咖啡
    .meaning = 有其中一個即可
search-example-title = title:茶
    .meaning = 在標題裡
search-name-meaning =
    { $facet ->
        [category] 這個分類的
        [tag] 有這個標籤的
        [site] 這個來源的
       *[author] 這位作者的
    }
search-date-meaning = 某年、某月或某日
search-dates-meaning = 從……到……，含首尾
search-after-meaning = 在此之後
search-before-meaning = 在此之前
problem-unclosed-quote = { $part }：引號沒有成對，已當作到末尾為止。
problem-nothing-to-find = 「{ $part }」裡沒有可以搜尋的文字，已忽略。
problem-not-a-date = 「{ $part }」不是日期，已忽略。可以寫 2019、2019-07、2019-07-03 或 2019..2020-03。
problem-lone-or = OR 要放在兩個詞之間，已忽略。

## What was found

at-least = 至少 { $articles }
still-searching = 正在搜尋更早的文章……
searched-so-far = 已搜尋最新的 { $searched } 篇，共 { $all } 篇。
search-on = 搜尋更早的文章
unsearched-title = 有些內容未能搜尋
unsearched-articles = { $oldest }至{ $newest }的文章未能搜尋。
unsearched-texts = { $oldest }至{ $newest }的文章裡，未能搜尋{ $texts }。
containing = 含「{ $typed }」
cost = { $milliseconds } 毫秒 · { $kilobytes } KB
sort = 排序
sort-relevance = 相關程度
sort-newest = 最新在前
sort-oldest = 最早在前
list-ends = 列表到此為止。請以搜尋、篩選或年份縮小範圍，查看其餘文章。
nothing-found = 沒有找到文章
nothing-contains = 沒有一篇文章含有{ $texts }。簡體、繁體都已搜尋。
nothing-contains-all = 這些詞都有文章提到，但沒有一篇全都提到。
search-instead = 改搜「{ $typed }」
nothing-here-contains = 符合這些篩選條件的文章裡，沒有一篇含有「{ $typed }」。
nothing-fits = 沒有文章同時符合這些篩選條件。
empty-archive = 這個資料庫裡還沒有文章。
no-text = （沒有文字）

## The filters

filters = 篩選
filters-clear = 清除篩選
facet =
    { $facet ->
       *[category] 分類
        [author] 作者
        [year] 年份
        [site] 來源
        [tag] 標籤
        [script] 文字
    }
facet-find-value =
    { $facet ->
       *[category] 尋找分類
        [author] 尋找作者
        [year] 尋找年份
        [site] 尋找來源
        [tag] 尋找標籤
        [script] 尋找文字
    }
script-name =
    { $script ->
        [zh-Hans] 简体
        [zh-Hant] 繁體
       *[other] 其他文字
    }
facet-all-values = 全部 { $values } 個
facet-fewer-values = 收起
take-back = 移除「{ $value }」
show-articles = 查看 { $articles } 篇文章
show-all-articles = 查看全部 { $articles } 篇文章
timeline = 每月文章數：拖曳可選擇時間
timeline-from = 起始時間
timeline-to = 截止時間

## What has happened to a file, and what a reader or keeper can do

load-error-missing = 找不到檔案 { $file }。資料庫可能剛剛更新，請重試；若仍是如此，表示發布的資料庫不完整。
load-error-network = 無法取得檔案 { $file }（{ $cause }）。請檢查網路連線，然後重試。
load-error-status = 伺服器對檔案 { $file } 的回應是 { $status }。請稍後再試。
load-error-damaged = 檔案 { $file } 已損毀或不完整（{ $cause }）。請重試；若仍是如此，須重新產生或重新複製資料庫。
load-error-version = { $file } 的格式版本是 { $found }，這個頁面只能讀取版本 { $format }。請用同一版本的 build-index 重新產生資料庫，或將頁面換成與資料庫一樣新的版本。
load-error-part = 頁面的一部分（{ $module }）無法載入。請檢查網路連線，然後重試。若仍是如此，可能是頁面剛剛更新，請重新整理頁面。
load-error-no-decompression = 這個瀏覽器無法解壓縮檔案 { $file }。請改用較新的瀏覽器（Chrome 80、Firefox 113、Safari 16.4 或更新版本）。

## The article page

article-reading-time = 約 { $minutes } 分鐘
article-tools = 文章工具
article-original = 原文
article-previous = 上一篇
article-next = 下一篇
article-neighbours = 前後文章
article-earlier-version = 較早的版本
article-sources = 來源檔案
article-empty = 這篇文章沒有正文。
article-play-video = 播放影片（{ $site }）
article-play-audio = 播放音訊（{ $site }）
article-open-frame = 開啟此處嵌入的內容（{ $site }）
article-enlarge = 檢視大圖
article-enlarge-named = 檢視大圖：{ $picture }
article-picture = 圖片
article-previous-picture = 上一張
article-next-picture = 下一張
article-wide-table = 表格，可左右捲動
article-copy-link = 複製連結
article-print = 列印

text-settings = 閱讀設定
text-size = 字級
text-smaller = 縮小文字
text-larger = 放大文字
text-width = 行寬
text-width-name =
    { $width ->
        [narrow] 窄
       *[normal] 適中
        [wide] 寬
    }
theme = 配色
theme-name =
    { $theme ->
       *[auto] 跟隨系統
        [light] 淺色
        [dark] 深色
    }

find = 在文中尋找
find-no-match = 文中沒有
find-matches = 文中 { $count } 處
find-match-of = 第 { $place } 處，共 { $matches } 處
find-previous = 上一處
find-next = 下一處

cite = 引用
cite-plain-text = 純文字
copy = 複製
copied = 已複製
copy-by-hand = 瀏覽器不允許自動複製。文字已選取，請自行複製。

read-aloud = 朗讀
read-aloud-pause = 暫停朗讀
read-aloud-go-on = 繼續朗讀
read-aloud-stop = 停止朗讀

related = 相關文章
related-more-by = { $author }的其他文章
related-all-by = 檢視{ $author }的全部文章
related-failed = 相關文章未能載入。

## Pictures that other sites have

pictures = 站外圖片
pictures-load = 自動載入
pictures-click = 點按載入
pictures-never = 不載入
pictures-explanation = 載入圖片時，圖片所在的網站會知道有人正在閱讀。
pictures-show = 顯示圖片（來自 { $site }）
pictures-open = 開啟圖片（位於 { $site }）
pictures-not-loaded = 本文有 { $count } 張站外圖片未載入。
pictures-show-all = 全部顯示

## Chinese in the other script

conversion = 簡繁轉換
conversion-as-written = 依原文
conversion-explanation = 標題與內文由程式在本機轉換，轉換過的文章會加以註明。作者、分類等名稱維持原樣。
conversion-to-simplified-done = 本文由程式轉換為簡體字。
conversion-to-traditional-done = 本文由程式轉換為繁體字。
conversion-show-as-written = 看原文
conversion-shown-as-written = 目前顯示的是原文。
conversion-to-simplified = 轉為簡體字
conversion-to-traditional = 轉為繁體字
conversion-failed = 暫時無法轉換為繁體字，文章仍依原文顯示。

## Lists as files

export = 匯出
export-title = 匯出 { $articles }
export-fields = 每篇包括標題、作者、日期、欄目、標籤、原文網址和本站網址，不含內文。
export-so-far = 這裡只有目前找到的文章，更早的文章尚未搜尋。
export-for-csv = 試算表
export-for-json = 程式處理
export-for-markdown = 筆記
export-for-bibtex = 文獻引用
export-progress = 已整理 { $done } 篇，共 { $all } 篇
export-go-on = 繼續
export-saved = 已存為 { $file }
export-refused = 瀏覽器沒有儲存檔案。

## Statistics

statistics = 統計
statistics-of-these = 統計這些文章
statistics-by-month = 各月文章數
statistics-by-quarter = 各季文章數
statistics-by-year = 各年文章數
statistics-over-time = 各時期文章數
statistics-by-facet =
    { $facet ->
       *[category] 各欄目文章數
        [author] 各作者文章數
        [year] 各年文章數
        [site] 各來源文章數
        [tag] 各標籤文章數
        [script] 各種文字的文章數
    }
statistics-values = 共 { $count } 個
statistics-others = 其餘 { $count } 個
statistics-chosen = 紅色為已選，灰色為加選後可以增加的文章。
statistics-courses = 詞語走勢
statistics-courses-hint = 輸入一個詞，或任何可以搜尋的內容，看它在各個時期出現在多少篇文章裡；再加幾個，便可對照。
statistics-word = 詞語或搜尋條件
statistics-add = 新增
statistics-enough = 最多對照六個。
statistics-measure = 計量
statistics-share = 占比
statistics-within-filters = 只計符合篩選條件的文章。
statistics-numbers = 數據與下載
statistics-time = 時間
statistics-value = 名稱
statistics-articles = 文章數
statistics-save-picture = 儲存圖片（SVG）
statistics-save-numbers = 儲存數據（CSV）
statistics-source = 來源：{ $archive }，{ $day }

## What the reader's device remembers

device = 本機紀錄
bookmarks = 收藏
bookmark = 收藏這篇文章
bookmarks-none = 還沒有收藏。點文章裡的書籤圖示，或按 S 鍵，文章就會列在這裡。
bookmarks-find = 在收藏裡尋找
bookmarked = 已收藏
not-bookmarked = 已取消收藏

history = 讀過的文章
history-none = 讀過的文章會列在這裡。
history-span = 清除範圍
history-span-hour = 最近一小時
history-span-today = 今天
history-span-week = 最近七天
history-span-everything = 全部
clear = 清除

saved-searches = 儲存的搜尋
saved-searches-none = 還沒有儲存的搜尋。點搜尋結果上方的星形圖示，就會儲存到這裡。
save-search = 儲存這次搜尋
rename = 改名
rename-search = 為「{ $name }」改名
search-name = 名稱
save = 儲存
recent-searches = 最近的搜尋
recent-searches-none = 搜尋過的內容會列在這裡。

device-data = 你的資料
device-promise = 以上內容只儲存在這台裝置的瀏覽器裡，不會傳送到任何地方。
device-size = 共占 { $kilobytes } KB。
device-remember = 記住我讀過、搜尋過什麼
device-remember-hint = 關閉後，不再記下讀過的文章、讀到哪裡、搜尋過什麼和上次何時來過；收藏和儲存的搜尋照常保留。
device-export = 匯出到檔案
device-import = 從檔案匯入
device-imported = 已匯入：{ $what }。
device-imported-bookmarks = 收藏 { $count } 則
device-imported-searches = 儲存的搜尋 { $count } 個
device-imported-read = 讀過的文章 { $count } 篇
device-imported-nothing = 檔案裡的內容，這裡都已經有了。
device-not-imported = 沒有匯入：這不是從這裡匯出的檔案，或者檔案已損壞（{ $cause }）。
device-not-imported-version = 沒有匯入：檔案的版本是 { $version }，這個頁面還讀不了。請換用較新的頁面再試。
device-delete-all = 全部刪除
device-delete-all-sure = 要刪除收藏、搜尋和全部閱讀紀錄嗎？刪除後無法復原，不妨先匯出到檔案。
remove = 刪除「{ $name }」
removed = 已刪除。
undo = 復原
device-full = 無法儲存：瀏覽器留給這個網站的空間已經用完。請刪掉一些不再需要的內容，刪除前不妨先匯出到檔案。
device-forbidden = 這個瀏覽器不允許本頁儲存資料，頁面一關，這裡的內容就沒有了。想留下來，請匯出到檔案。
continue-reading = 接著上次讀（{ $percent }%）
new-sign = 新
new-since = { $day }以來新增 { $articles } 篇

## The keyboard: where keys work, and what they do

keys = 快速鍵
keys-explanation = 未輸入文字時可用。兩個鍵須先後按下。
keys-anywhere = 任何頁面
keys-search = 搜尋
keys-newest-articles = 最新文章
keys-device = 本機紀錄
keys-statistics = 統計
keys-theme = 切換深淺配色
keys-help = 顯示快速鍵
keys-in-list = 列表
keys-next-article = 下一篇
keys-previous-article = 上一篇
keys-open = 開啟
keys-bookmark-it = 加入書籤
keys-in-article = 文章
keys-next-of-list = 列表中的下一篇
keys-previous-of-list = 列表中的上一篇
keys-back-to-list = 返回列表
keys-find = 在文中尋找
keys-match = 上一處、下一處
keys-bookmark = 加入書籤
keys-in-search-box = 搜尋框
keys-choose-name = 選擇名稱
keys-take-name = 選用名稱，或開始搜尋
keys-close-names = 收起名稱

## Before the viewer has come, and where it never does

about = 收錄文章的閱覽室：可以閱讀、篩選和搜尋，繁體簡體皆可。
about-archive = { $name }：收錄文章，可以閱讀、篩選和搜尋，繁體簡體皆可。
start-opening = 正在打開閱覽室……
start-late = 如果一直停在這裡：網路可能中斷，或瀏覽器過舊（需要 WebAssembly），請重新載入或改用較新的瀏覽器。
start-no-script = 閱覽室在瀏覽器中執行，需要開啟 JavaScript。
start-list-late = 如果清單一直停在這裡：網路可能中斷，或瀏覽器過舊（需要 WebAssembly），請重新載入或改用較新的瀏覽器。
start-list-no-script = JavaScript 已關閉，這裡只有最新的文章。啟用 JavaScript 後可以搜尋、篩選和閱讀全部文章。
start-list-plain = JavaScript 已關閉。全部文章仍可閱讀，只有搜尋和篩選需要它。
embed-failed = 閱覽室打不開。
open-late = 搜尋和篩選還在載入。如果一直停在這裡，網路可能已經中斷。
open-failed = 搜尋和篩選沒有載入：網路可能中斷，或瀏覽器過舊、關閉了 WebAssembly。本頁的文字仍然可以閱讀。
open-stopped = 頁面出錯了，請重新載入。
lists = 全部文章的簡明列表
lists-by =
    { $what ->
       *[month] 按月份
        [category] 按分類
        [author] 按作者
        [site] 按來源
    }
lists-newer = 較新的文章
lists-older = 較早的文章
lists-most = 這裡列出文章最多的 { $count } 個。
search-plain = 沒有 JavaScript 時如何查找
search-plain-why = 搜尋框在瀏覽器中執行，需要 JavaScript。沒有它也可以閱讀全部文章，並用以下方法查找：
search-plain-months = 如果大致知道文章寫於何時：打開那個月份的列表，用瀏覽器在頁面中尋找標題裡的詞（Ctrl+F，Mac 上為 ⌘F，手機上為「在頁面中尋找」）。
search-plain-values = 如果知道文章的分類、作者或來源：它們的列表收有各自的全部文章。
search-plain-feed = 訂閱源裡有最新的文章及全文；多數閱讀器可以搜尋已經收取的內容。
search-plain-engine = 在搜尋引擎中，給要找的詞加上「site:{ $site }」，就能找到它所收錄的本庫文章。
article-moved = 這篇文章換了網址
not-found = 這裡沒有頁面
not-found-why = 網址可能有誤，或者頁面已經移走。文章都在閱覽室裡，可以在那裡搜尋標題或內文。
not-found-to-archive = 前往閱覽室
