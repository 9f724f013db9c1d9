### The texts of Reading Room in English: of the viewer, and of the pages that `build-index site` writes.
###
### This file is the reference. The other languages have the same messages with the same variables, and are
### checked against it when the project is compiled; a language is added by adding a file. Comments say
### what a translator has to know; `$name (Number)`, `(String)` or `(one, two)` is a variable and what it
### may be. Numbers are written with the language's separator, and a select on one takes the plural
### categories of the language (CLDR).

## The language

# What the language calls itself.
language-name = English
# The same, where there is room for two letters.
language-mark = EN
# Tags (BCP 47) that mean this language, beside its own, which is the name of this file. The longest part of what a browser asks for decides.
language-tags = en

## Numbers, dates and lists

# Between each three digits of a number: 29,591.
thousands-separator = ,
# The name of a month, for the dates below; where a date needs another form, say it there.
# Variables:
#   $month (Number) - 1 is January.
month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
# A month: November 2023.
# Variables:
#   $year (String) - 2023
#   $month (Number) - 1 is January.
date-month = { month-name } { $year }
# A day, where the year is known: November 10.
# Variables:
#   $month (Number) - 1 is January.
#   $day (Number) - of the month
date-day-of-month = { month-name } { $day }
# A day: November 10, 2023.
# Variables:
#   $year (String) - 2023
#   $month (Number) - 1 is January.
#   $day (Number) - of the month
date-day = { date-day-of-month }, { $year }
# A time of a day, at the place where the article is from.
# Variables:
#   $year (String) - 2023
#   $month (Number) - 1 is January.
#   $day (Number) - of the month
#   $time (String) - 13:19
#   $zone (String) - UTC+8
date-time = { date-day } at { $time } ({ $zone })
# A number of articles, as it stands in many places.
# Variables:
#   $count (Number) - of the articles
articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
# What a reader has typed, as other texts take it up.
# Variables:
#   $text (String) - what was typed
quoted = “{ $text }”
# One of several things; where there are more, the first is what this text makes of those before.
# Variables:
#   $first (String) - a thing
#   $second (String) - another
either = { $first } or { $second }
# Several things, one after the other; where there are more, the first is what this text makes of those before.
# Variables:
#   $first (String) - a thing
#   $second (String) - another
both = { $first }, { $second }

## The page

# What the viewer calls itself where the archive has no name.
reading-room = Reading Room
skip-to-content = Skip to content
# What the choice of the language is called.
language = Language
# The colours in use, on the button that changes them.
# Variables:
#   $theme (auto, light, dark) - the colours
theme-button =
    { $theme ->
       *[auto] Colours: as the system
        [light] Colours: light
        [dark] Colours: dark
    }
loading = Loading…
# Above what has happened to a file.
loading-failed = This could not be loaded
# On a button, after a failure.
retry = Try again
# On a button, or its name.
close = Close
cancel = Cancel
# In the place of a title.
untitled = (untitled)
back-to-list = Back to the list
see-all-articles = See all articles
no-such-article = There is no such article
no-such-article-why = No article has this address: it may have been removed from the archive, or the link is not complete.
no-such-page = There is no such page

## The foot of every page

# How many articles there are.
# Variables:
#   $articles (String) - their number, as `articles` writes it
#   $newest (String) - the day of the newest one
footer-extent = { $articles }, the newest from { $newest }.
# The link to the feed.
footer-feed = Feed of new articles
# What the feed is good for.
footer-feed-title = Follow the archive in a feed reader (Atom)
# What becomes of a reader's data.
footer-privacy = Searching and reading happen in your browser: what you look for and what you read never leave this device.
# The same on a page that was fetched for one article.
footer-privacy-plain = What you search for never leaves this device. The host of this site on the web sees which of its pages and files are opened.

## The search box and its help

search = Search
# In the empty search box.
# Variables:
#   $articles (Number) - that can be searched
search-hint =
    { $articles ->
        [one] Search { $articles } article, in either script
       *[other] Search { $articles } articles, in either script
    }
# The same, where their number is not said.
search-hint-plain = Search all articles, in either script
search-clear = Clear the search
# What the list of names is called that is offered while one types: authors, categories, tags, sources.
search-names = Names
# What saved and recent searches are called where they are offered.
search-offered = Your searches
# Of a search that is offered because it was saved.
search-offered-saved = Saved
# Of a search that is offered because it was made lately.
search-offered-recent = Recent
# The button that opens the help.
search-help = What can be typed
search-help-intro = Upper and lower case are the same, and so are Simplified and Traditional characters. Choose an example to try it.
# An example of a query, in words that are likely in an archive; `.meaning` says what it finds.
search-example-words = tea paper
    .meaning = both words, anywhere
search-example-sequence = "movable type"
    .meaning = exactly this sequence
search-example-beginning = print*
    .meaning = words that begin so
search-example-without = tea -harbour
    .meaning = without the second
search-example-or = tea OR coffee
    .meaning = one of the two, or both
search-example-title = title:tea
    .meaning = in the title
# What a name in the search box finds.
# Variables:
#   $facet (category, tag, site, author) - what it is the name of
search-name-meaning =
    { $facet ->
        [category] of this category
        [tag] with this tag
        [site] from this source
       *[author] by this author
    }
# What a date in the search box finds.
search-date-meaning = of a year, month or day
# What a span of dates finds.
search-dates-meaning = from … to …, both included
# What `after:` and a date find.
search-after-meaning = later than that
# What `before:` and a date find.
search-before-meaning = earlier than that
# What is wrong with a part of a query.
# Variables:
#   $part (String) - as it was typed
problem-unclosed-quote = { $part }: this quotation mark has no partner; it was taken to end here.
# Variables:
#   $part (String) - as it was typed
problem-nothing-to-find = There is nothing to search for in “{ $part }”; it was left out.
# Variables:
#   $part (String) - as it was typed
problem-not-a-date = “{ $part }” is not a date; it was left out. Write 2019, 2019-07, 2019-07-03 or 2019..2020-03.
# `OR` at the beginning or the end of a query.
problem-lone-or = OR stands between two words; it was left out.

## What was found

# Where not all could be searched, or not yet.
# Variables:
#   $articles (String) - their number, as `articles` writes it
at-least = At least { $articles }
still-searching = Searching older articles…
# Variables:
#   $searched (Number) - articles that have been searched
#   $all (Number) - articles that there are
searched-so-far = The newest { $searched } of { $all } articles have been searched.
# On the button that goes on to articles that were not searched.
search-on = Search older articles
unsearched-title = Not everything could be searched
# Where no article of a time could be searched.
# Variables:
#   $oldest (String) - the first day
#   $newest (String) - the last day
unsearched-articles = The articles from { $oldest } to { $newest } could not be searched.
# Where something could not be searched for in the articles of a time.
# Variables:
#   $texts (String) - what was sought, as `quoted` and `either` write it
#   $oldest (String) - the first day
#   $newest (String) - the last day
unsearched-texts = { $texts } could not be looked up in the articles from { $oldest } to { $newest }.
# After the number of articles.
# Variables:
#   $typed (String) - what was sought
containing = with “{ $typed }”
# What a search has cost.
# Variables:
#   $milliseconds (Number) - that it took
#   $kilobytes (Number) - that were loaded
cost = { $milliseconds } ms · { $kilobytes } KB
# What the choice of the order is called.
sort = Order
sort-relevance = Best match
sort-newest = Newest first
sort-oldest = Oldest first
# Below a list that shows as much as a page can.
list-ends = The list ends here. Search, filter or choose a year to see the other articles.
nothing-found = No articles found
# Variables:
#   $texts (String) - what no article has, as `quoted` and `either` write it
nothing-contains = No article contains { $texts }, in Simplified or Traditional characters.
# Where each text is found, but not all of them together.
nothing-contains-all = Each of these words is in some article, but none has all of them.
# On the button that leads to another query.
# Variables:
#   $typed (String) - the query
search-instead = Search for “{ $typed }”
# Where filters may be to blame.
# Variables:
#   $typed (String) - what was sought
nothing-here-contains = No article that fits these filters contains “{ $typed }”.
nothing-fits = No article fits all of these filters.
empty-archive = There are no articles in this archive yet.
# In the place of a snippet of an article without text.
no-text = (no text)

## The filters

filters = Filters
filters-clear = Clear the filters
# Variables:
#   $facet (category, author, year, site, tag, script) - what is chosen by
facet =
    { $facet ->
       *[category] Category
        [author] Author
        [year] Year
        [site] Source
        [tag] Tag
        [script] Script
    }
# Where a value of many is looked for by its name.
# Variables:
#   $facet (category, author, year, site, tag, script) - what is chosen by
facet-find-value =
    { $facet ->
       *[category] Find a category
        [author] Find an author
        [year] Find a year
        [site] Find a source
        [tag] Find a tag
        [script] Find a script
    }
# A script, as a value to choose.
# Variables:
#   $script (zh-Hans, zh-Hant, other) - its tag
script-name =
    { $script ->
        [zh-Hans] Simplified Chinese
        [zh-Hant] Traditional Chinese
       *[other] Other scripts
    }
# On the button that shows the values that are not shown.
# Variables:
#   $values (Number) - how many there are in all
facet-all-values = All { $values }
facet-fewer-values = Show fewer
# On the button that takes a value or a word away again.
# Variables:
#   $value (String) - its name
take-back = Remove “{ $value }”
# On the button that leads from the filters to the articles.
# Variables:
#   $articles (Number) - that fit
show-articles =
    { $articles ->
        [one] Show { $articles } article
       *[other] Show { $articles } articles
    }
# On the button below a list that shows the first few only.
# Variables:
#   $articles (Number) - that there are
show-all-articles = Show all { $articles } articles
timeline = Articles per month: drag to choose a time
# The handle at the beginning of the time that is chosen.
timeline-from = From
# The handle at its end.
timeline-to = Until

## What has happened to a file, and what a reader or keeper can do

# Variables:
#   $file (String) - its name
load-error-missing = There is no file { $file }. The archive may just have been updated: try again. If it stays so, the archive was not published completely.
# Variables:
#   $file (String) - its name
#   $cause (String) - what the browser says
load-error-network = The file { $file } could not be fetched ({ $cause }). Check the connection, then try again.
# Variables:
#   $file (String) - its name
#   $status (String) - the code of HTTP
load-error-status = The server answered { $status } for the file { $file }. Try again in a while.
# Variables:
#   $file (String) - its name
#   $cause (String) - what is wrong
load-error-damaged = The file { $file } is damaged or cut off ({ $cause }). Try again. If it stays so, the bundle must be built or copied again.
# Variables:
#   $file (String) - its name
#   $found (String) - the version of the file
#   $format (String) - the version that this page reads
load-error-version = { $file } is of format version { $found }, and this page reads version { $format }. Build the bundle again with the build-index of this version, or use a viewer as new as the bundle.
# Variables:
#   $module (String) - the name of the part
load-error-part = A part of this page ({ $module }) could not be loaded. Check the connection, then try again. If it stays so, the page may just have been updated: load it again.
# Variables:
#   $file (String) - its name
load-error-no-decompression = This browser cannot decompress the file { $file }. Please use a newer one: Chrome 80, Firefox 113, Safari 16.4 or later.

## The article page

# How long the text takes to read.
# Variables:
#   $minutes (Number) - that it takes
article-reading-time =
    { $minutes ->
        [one] about { $minutes } minute
       *[other] about { $minutes } minutes
    }
# What the row of buttons is called.
article-tools = Article tools
# Before the host of the original, and on the link to it.
article-original = Original at
article-previous = Previous
article-next = Next
article-neighbours = Previous and next article
# Before the date of what an article said before.
article-earlier-version = Earlier version,
article-sources = Source files
article-empty = This article has no text.
# What a click on a film does.
# Variables:
#   $site (String) - where it is from
article-play-video = Play the video from { $site }
# What a click on a recording does.
# Variables:
#   $site (String) - where it is from
article-play-audio = Play the audio from { $site }
# What a click on another page within the article does.
# Variables:
#   $site (String) - where it is from
article-open-frame = Open what was shown here, from { $site }
# What a click on a picture without a description does.
article-enlarge = Enlarge the picture
# What a click on a picture does.
# Variables:
#   $picture (String) - its description
article-enlarge-named = Enlarge the picture: { $picture }
article-picture = Picture
article-previous-picture = Previous picture
article-next-picture = Next picture
# A table that is wider than the text, for those who scroll it with keys.
article-wide-table = Table, scrolls sideways
article-copy-link = Copy link
article-print = Print

# The button that opens the settings of the text, and their heading.
text-settings = Text settings
text-size = Text size
text-smaller = Smaller text
text-larger = Larger text
text-width = Line length
# Variables:
#   $width (narrow, normal, wide) - how long the lines are
text-width-name =
    { $width ->
        [narrow] Short
       *[normal] Normal
        [wide] Long
    }
# What the choice of the colours is called.
theme = Colours
# Variables:
#   $theme (auto, light, dark) - the colours
theme-name =
    { $theme ->
       *[auto] System
        [light] Light
        [dark] Dark
    }

# The button that opens the box, and what stands in the empty box.
find = Find in this article
# In the place of the count, where nothing in the text matches.
find-no-match = no match
# How many places of an article match what was sought.
# Variables:
#   $count (Number) - of the matches
find-matches =
    { $count ->
        [one] { $count } match
       *[other] { $count } matches
    }
# Which match is shown, for those who do not see it.
# Variables:
#   $place (Number) - of the match
#   $matches (Number) - how many there are
find-match-of = Match { $place } of { $matches }
find-previous = Previous match
find-next = Next match

# The button, and the heading of what it opens.
cite = Cite
cite-plain-text = Plain text
copy = Copy
copied = Copied
# Where the browser does not let the page copy.
copy-by-hand = The browser does not allow copying. The text is selected: copy it yourself.

read-aloud = Read aloud
read-aloud-pause = Pause reading
read-aloud-go-on = Go on reading
read-aloud-stop = Stop reading

related = Related articles
# Above articles by the author.
# Variables:
#   $author (String) - the name
related-more-by = More by { $author }
# The way to all articles by the author.
# Variables:
#   $author (String) - the name
related-all-by = All articles by { $author }
related-failed = Related articles could not be loaded.

## Pictures that other sites have

# What the choice is called.
pictures = Pictures from other sites
# A choice: pictures are loaded.
pictures-load = Load
# A choice: a picture is loaded when it is clicked.
pictures-click = On click
# A choice: pictures are never loaded.
pictures-never = Never
# Why one might choose.
pictures-explanation = A site that a picture comes from sees that somebody is reading.
# In the place of a picture: shows it.
# Variables:
#   $site (String) - where it is from
pictures-show = Show the picture from { $site }
# In the place of a picture: leads to it.
# Variables:
#   $site (String) - where it is from
pictures-open = Open the picture at { $site }
# Above a text with pictures that are not loaded.
# Variables:
#   $count (Number) - of the pictures
pictures-not-loaded =
    { $count ->
        [one] A picture from another site is not loaded.
       *[other] { $count } pictures from other sites are not loaded.
    }
pictures-show-all = Show all

## Chinese in the other script

# What the choice is called.
conversion = Chinese characters
# The choice of no conversion.
conversion-as-written = As written
# What the choice does, and what not.
conversion-explanation = Titles and texts are converted by machine, on this device, and marked as such. Names of authors and categories stay as written.
# The note on an article that was converted.
conversion-to-simplified-done = Converted to Simplified characters by machine.
conversion-to-traditional-done = Converted to Traditional characters by machine.
# On the button that shows an article as it was written.
conversion-show-as-written = Show as written
# Of an article that is shown as it was written for once.
conversion-shown-as-written = Shown as written.
# On the button that converts it again.
conversion-to-simplified = Show in Simplified characters
conversion-to-traditional = Show in Traditional characters
# Where the table for it cannot be had.
conversion-failed = Texts cannot be converted to Traditional characters now and are shown as written.

## Lists as files

# On the button that offers the formats.
export = Export
# Above the formats.
# Variables:
#   $articles (String) - their number, as `articles` writes it
export-title = Export { $articles }
# What a file has of each article.
export-fields = Title, author, date, categories, tags, and the addresses of the original and of the article here; not the text.
# Where only a part of what there is has been searched.
export-so-far = These are the articles found so far: older ones have not been searched yet.
# What a format is for: CSV.
export-for-csv = for spreadsheets
# What a format is for: JSON.
export-for-json = for programs
# What a format is for: Markdown.
export-for-markdown = for notes
# What a format is for: BibTeX.
export-for-bibtex = for references
# How many articles are gathered.
# Variables:
#   $done (Number) - articles that are
#   $all (Number) - articles that will be
export-progress = { $done } of { $all }
# On the button that goes on after a failure.
export-go-on = Go on
# Variables:
#   $file (String) - its name
export-saved = Saved as { $file }
# Where the browser has refused to save the file.
export-refused = The browser did not save the file.

## Statistics

statistics = Statistics
# On the link from a list to its statistics.
statistics-of-these = Statistics of these
# Above the articles along time, by the months of a step.
statistics-by-month = Articles by month
statistics-by-quarter = Articles by quarter
statistics-by-year = Articles by year
statistics-over-time = Articles over time
# Above the articles of each value.
# Variables:
#   $facet (category, author, year, site, tag, script) - what they are values of
statistics-by-facet =
    { $facet ->
       *[category] Articles by category
        [author] Articles by author
        [year] Articles by year
        [site] Articles by source
        [tag] Articles by tag
        [script] Articles by script
    }
# How many values there are.
# Variables:
#   $count (Number) - of the values
statistics-values = { $count } in all
# The values that are not shown one by one.
# Variables:
#   $count (Number) - of these values
statistics-others = All { $count } others
# Where values are chosen, and the others are shown beside them.
statistics-chosen = What is chosen is marked; the others are what choosing them would add.
# Above the courses of words.
statistics-courses = Words over time
statistics-courses-hint = Add a word, or anything that can be searched for, to see when articles use it; add others to compare them.
statistics-word = Word or search
statistics-add = Add
# Instead of the place for a word, where there is no room for more.
statistics-enough = Six is the most that can be compared.
# What the choice of a measure is called.
statistics-measure = Measure
# A measure: the share of all articles of the time.
statistics-share = Share of all
# Below the courses, where filters are chosen.
statistics-within-filters = Counted among the articles that fit the filters.
# What opens the numbers behind a picture.
statistics-numbers = Numbers and downloads
# Above a column of months or years.
statistics-time = Time
# Above a column of values.
statistics-value = Name
# Above a column of numbers of articles; a measure too.
statistics-articles = Articles
statistics-save-picture = Save picture (SVG)
statistics-save-numbers = Save numbers (CSV)
# In a picture that was saved.
# Variables:
#   $archive (String) - its name
#   $day (String) - when it was saved
statistics-source = Source: { $archive }, { $day }

## What the reader's device remembers

# The page that shows it, and what leads there.
device = On this device
bookmarks = Bookmarks
# On the button that makes one.
bookmark = Bookmark this article
bookmarks-none = No bookmarks yet. Choose the bookmark of an article, or press S, and the article is listed here.
bookmarks-find = Find a bookmark
# Of an article that has one; said also when it is made.
bookmarked = Bookmarked
# Said when a bookmark is taken away.
not-bookmarked = Bookmark removed

history = Articles you have read
history-none = The articles that you read are listed here.
# What the choice is called from when on the history is cleared.
history-span = What to clear
history-span-hour = The last hour
history-span-today = Today
history-span-week = The last seven days
history-span-everything = Everything
# On the button that clears a list.
clear = Clear

saved-searches = Saved searches
saved-searches-none = No saved searches yet. Choose the star above the results of a search, and it is listed here.
save-search = Save this search
# On the button that renames a search.
rename = Rename
# What that button is called.
# Variables:
#   $name (String) - of the search
rename-search = Rename “{ $name }”
# The name of a search, where it is typed.
search-name = Name
save = Save
recent-searches = Recent searches
recent-searches-none = The searches that you make are listed here.

# What becomes of all this.
device-data = Your data
device-promise = All of this is kept by your browser, on this device only. It is sent nowhere.
# Variables:
#   $kilobytes (Number) - that it takes
device-size = It takes { $kilobytes } KB.
device-remember = Remember what I read and search for
device-remember-hint = When this is off, no article read, no reading position, no search and no visit is noted. Bookmarks and saved searches still are.
device-export = Export to a file
device-import = Import from a file
# Variables:
#   $what (String) - the three below, as `both` writes them
device-imported = Added: { $what }.
# Variables:
#   $count (Number) - of the bookmarks
device-imported-bookmarks =
    { $count ->
        [one] { $count } bookmark
       *[other] { $count } bookmarks
    }
# Variables:
#   $count (Number) - of the searches
device-imported-searches =
    { $count ->
        [one] { $count } saved search
       *[other] { $count } saved searches
    }
# Variables:
#   $count (Number) - of the articles
device-imported-read =
    { $count ->
        [one] { $count } article read
       *[other] { $count } articles read
    }
device-imported-nothing = Everything in this file was here already.
# Variables:
#   $cause (String) - what is wrong with the file
device-not-imported = Nothing was imported: this file was not exported from here, or it is damaged ({ $cause }).
# Variables:
#   $version (String) - of the file
device-not-imported-version = Nothing was imported: the file is of version { $version }, which this page does not know. Try again with a newer page.
device-delete-all = Delete everything
device-delete-all-sure = Delete the bookmarks, the searches and all that was noted about your reading? This cannot be undone; you may want to export it first.
# On the button that takes something off a list.
# Variables:
#   $name (String) - of what is taken off
remove = Remove “{ $name }”
removed = Removed.
undo = Undo
device-full = This could not be kept: the room that the browser has for this site is full. Remove what you no longer need; you may want to export it first.
device-forbidden = This browser does not let the page keep anything: what is here will be gone when the page is closed. To keep it, export it to a file.
# On the button that leads to where an article was left.
# Variables:
#   $percent (Number) - of the article that was read
continue-reading = Continue where you left ({ $percent }%)
# Of an article that came since the last visit.
new-sign = New
# Variables:
#   $articles (Number) - that came
#   $day (String) - since when
new-since = { $articles } new since { $day }

## The keyboard: where keys work, and what they do

# On the button that opens the list of keys, and its title.
keys = Keyboard
# When they work.
keys-explanation = Keys work while nothing is being typed. Two keys are pressed one after the other.
keys-anywhere = Anywhere
keys-search = search
keys-newest-articles = newest articles
keys-device = on this device
keys-statistics = statistics
keys-theme = light or dark colours
keys-help = these keys
keys-in-list = In a list
keys-next-article = next article
keys-previous-article = previous article
keys-open = open it
keys-bookmark-it = bookmark it
keys-in-article = In an article
keys-next-of-list = next article of the list
keys-previous-of-list = previous article of the list
keys-back-to-list = back to the list
keys-find = find in the article
keys-match = previous or next match
keys-bookmark = bookmark
keys-in-search-box = In the search box
keys-choose-name = choose a name
keys-take-name = take the name, or search
keys-close-names = close the names

## Before the viewer has come, and where it never does

# The description of the viewer's own page.
about = An archive of articles to read and search, in either script of Chinese and in English.
# The description of an archive that has none of its own.
# Variables:
#   $name (String) - of the archive
about-archive = { $name }: an archive of articles to read, filter and search.
start-opening = Opening the reading room…
# In a page without articles.
start-late = If nothing happens, the connection may be broken or the browser too old for WebAssembly: please reload, or use a newer browser.
# In a page without articles.
start-no-script = The reading room runs in the browser and needs JavaScript.
# Below the newest articles.
start-list-late = If nothing more happens, the connection may be broken or the browser too old for WebAssembly: please reload, or use a newer browser.
# Above the newest articles.
start-list-no-script = JavaScript is switched off. Here are the newest articles only; with JavaScript you can search, filter and read the whole archive.
# The same, where articles have pages that can be read without it.
start-list-plain = JavaScript is switched off. You can read every article all the same; only searching and filtering need it.
# In the place of an archive in somebody else's page.
embed-failed = The reading room could not be opened.
# At the foot of a page whose viewer has not come yet.
open-late = Search and filters are still on their way. If nothing more happens, the connection may be broken.
# At the foot of a page whose viewer did not come.
open-failed = Search and filters did not load: the connection may be broken, or the browser too old for them or without WebAssembly. What is on this page can be read all the same.
# At the foot of a page whose viewer has broken.
open-stopped = This page has stopped working; please load it again.
# The link to the lists of all articles that any browser can read, and their title.
lists = All articles as plain lists
# Above a choice of lists.
# Variables:
#   $what (month, category, author, site) - what each list has in common
lists-by =
    { $what ->
       *[month] By month
        [category] By category
        [author] By author
        [site] By source
    }
# Where a list goes on, in a page of its own.
lists-newer = Newer articles
lists-older = Older articles
# Where some have no list of their own.
# Variables:
#   $count (Number) - of those that have one
lists-most = Listed are the { $count } with the most articles.
# In the place of the search box where no script runs, and the title of the page that it leads to.
search-plain = How to search without JavaScript
search-plain-why = The search box runs in your browser and needs JavaScript. All articles can be read without it, and these are the ways to find one:
search-plain-months = If you know roughly when it was written: open its month, and search that page for a word of the title with your browser (Ctrl+F, on a Mac ⌘F; on a phone “Find in page”).
search-plain-values = If you know its category, its author or its source: their lists have all of their articles.
search-plain-feed = The feed has the newest articles with their texts; most feed readers search what they have collected.
# Variables:
#   $site (String) - the address of the archive, without the scheme
search-plain-engine = Search engines find what they have collected of this archive when you add “site:{ $site }” to your words.
# In the place of an article whose address has changed.
article-moved = This article has a new address
# The page for addresses that lead nowhere.
not-found = There is no page here
not-found-why = The address may be mistyped, or the page has moved. The articles are in the reading room, where titles and texts can be searched.
not-found-to-archive = Go to the reading room
