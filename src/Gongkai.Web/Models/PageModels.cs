using System.Globalization;
using System.Text.Json.Serialization;
using Gongkai.Web.Languages;

namespace Gongkai.Web.Models;

/// <summary>A link that a template shows.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Url">Where it leads, beginning with <c>/</c> or <c>?</c>.</param>
/// <param name="IsCurrent">Whether it stands for what is shown now.</param>
/// <param name="Count">How many items it leads to; null when that is not said.</param>
public sealed record Link(string Label, string Url, bool IsCurrent = false, int? Count = null)
{
    /// <summary>The label in the language of the page, where it has a translation.</summary>
    [JsonIgnore]
    public string Text => PageTexts.Of(Label);

    /// <summary>The label's language where it is not the page's; null otherwise.</summary>
    [JsonIgnore]
    public string? Language => PageTexts.LanguageOf(Label);
}

/// <summary>A facet with its values as links that choose or take away.</summary>
/// <param name="Name">The facet's name in addresses.</param>
/// <param name="Label">What people read.</param>
/// <param name="Options">The values, chosen ones included.</param>
public sealed record FacetGroup(string Name, string Label, IReadOnlyList<FacetOption> Options)
{
    /// <summary>The label in the language of the page, where it has a translation.</summary>
    [JsonIgnore]
    public string Text => PageTexts.Of(Label);
}

/// <summary>A value of a facet.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Count">How many items a click shows.</param>
/// <param name="Url">The address with the value chosen, or taken away when it is.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
public sealed record FacetOption(string Label, int Count, string Url, bool IsChosen)
{
    /// <summary>The label in the language of the page, where it has a translation.</summary>
    [JsonIgnore]
    public string Text => PageTexts.Of(Label);

    /// <summary>The label's language where it is not the page's; null otherwise.</summary>
    [JsonIgnore]
    public string? Language => PageTexts.LanguageOf(Label);
}

/// <summary>A node of a tree of terms.</summary>
/// <param name="Id">The term's id.</param>
/// <param name="Label">What people read.</param>
/// <param name="Url">The term's catalogue page.</param>
/// <param name="Count">Items of the term and of those below it.</param>
/// <param name="IsCurrent">Whether it is the page's term.</param>
/// <param name="IsOpen">Whether its children are shown: it is the page's term or above it.</param>
/// <param name="Children">The nodes below.</param>
public sealed record TreeNode(string Id, string Label, string Url, int Count, bool IsCurrent, bool IsOpen, IReadOnlyList<TreeNode> Children)
{
    /// <summary>The label in the language of the page, where it has a translation.</summary>
    [JsonIgnore]
    public string Text => PageTexts.Of(Label);

    /// <summary>The label's language where it is not the page's; null otherwise.</summary>
    [JsonIgnore]
    public string? Language => PageTexts.LanguageOf(Label);
}

/// <summary>A tree of terms.</summary>
/// <param name="Alias">The taxonomy's alias.</param>
/// <param name="Title">What people read.</param>
/// <param name="Url">The taxonomy's catalogue page.</param>
/// <param name="Nodes">The terms at the top.</param>
/// <param name="IsOpen">Whether the page's term is in it.</param>
public sealed record Tree(string Alias, string Title, string Url, IReadOnlyList<TreeNode> Nodes, bool IsOpen)
{
    /// <summary>The title in the language of the page, where it has a translation.</summary>
    [JsonIgnore]
    public string Text => PageTexts.Of(Title);
}

/// <summary>An item in a list.</summary>
/// <param name="Title">The title.</param>
/// <param name="TitleHtml">The title as HTML, matched words marked.</param>
/// <param name="Url">Its address.</param>
/// <param name="Date">The date that readers see, as <c>2021-12-31</c>; empty when it has none.</param>
/// <param name="SnippetHtml">The best passage as HTML, matched words marked.</param>
/// <param name="Type">The content type.</param>
/// <param name="TypeLabel">What people call the type.</param>
public sealed record ListEntry(string Title, string TitleHtml, string Url, string Date, string SnippetHtml, string Type, string TypeLabel)
{
    /// <summary>The language of what editors wrote, where it is not the page's; null otherwise.</summary>
    [JsonIgnore]
    public string? Language { get; } = PageLanguage.Current.IsOfContent ? null : PageLanguage.Simplified.Code;

    /// <summary>The date as the language of the page writes it.</summary>
    [JsonIgnore]
    public string DateText => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PageDates.Short(day) : Date;

    /// <summary>The issuers' names, joined by a space.</summary>
    public string? Issuer { get; init; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>索引号.</summary>
    public string? IndexNumber { get; init; }

    /// <summary>时效; null for items that have none.</summary>
    public string? Validity { get; init; }

    /// <summary>Whether the document is 废止 or 失效.</summary>
    public bool IsRepealed { get; init; }

    /// <summary>An interpretation's form (文字, 图解, …).</summary>
    public string? Form { get; init; }

    /// <summary>A Q&amp;A issue's number, as <c>2021年第3期</c>.</summary>
    public string? IssueNumber { get; init; }

    /// <summary>A Q&amp;A issue's first question.</summary>
    public string? FirstQuestion { get; init; }

    /// <summary>The part of the page from which the snippet comes, as <c>第十二条</c>; null when it is none in particular.</summary>
    public string? Passage { get; init; }

    /// <summary>Whether editors put it first for what was asked.</summary>
    public bool IsPick { get; init; }

    /// <summary>Whether what was asked is its number.</summary>
    public bool IsNumberAsked { get; init; }

    /// <summary>The public policies that an interpretation or Q&amp;A issue explains.</summary>
    public IReadOnlyList<Link> Policies { get; init; } = [];
}

/// <summary>The pages of a list as real links.</summary>
/// <param name="Page">The page shown, from 1.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
/// <param name="Total">How many items there are.</param>
/// <param name="Links">Page links around the current one; a null stands for pages left out.</param>
/// <param name="Previous">The page before, or null.</param>
/// <param name="Next">The page after, or null.</param>
public sealed record Pager(int Page, int Pages, int Total, IReadOnlyList<Link?> Links, string? Previous, string? Next);

/// <summary>A file that belongs to an item.</summary>
/// <param name="Path">Its path below the media folder, for <c>asset_url</c>.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Label">What people read.</param>
/// <param name="Type">Its extension in capitals, as <c>PDF</c>.</param>
/// <param name="Size">How large it is, as <c>1.2 MB</c>; null when it is not there.</param>
public sealed record Attachment(string Path, string FileName, string Label, string Type, string? Size);

/// <summary>A question with its answer.</summary>
/// <param name="Id">The pair's anchor on its page.</param>
/// <param name="Question">The question.</param>
/// <param name="AnswerHtml">The answer as sanitised HTML.</param>
public sealed record QuestionAnswer(string Id, string Question, string AnswerHtml)
{
    /// <summary>The answer with the terms of the glossary as links to their explanations on the page.</summary>
    public string ExplainedHtml { get => field ?? AnswerHtml; init; }

    /// <summary>What the policy says, word for word; null when nothing is quoted, or the policy is not public.</summary>
    public PolicyQuote? Quote { get; init; }
}

/// <summary>A passage of a public policy.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Title">The policy's title.</param>
/// <param name="Label">What people call the passage, as <c>第十二条</c>; empty when it has no name.</param>
/// <param name="Url">The policy's address with the passage's place; its top when the policy says something else by now.</param>
public sealed record PolicyQuote(string Text, string Title, string Label, string Url);

/// <summary>An endpoint of the API on the page to try it.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Path">Its path, with <c>{…}</c> for what is filled in.</param>
/// <param name="Description">What it does.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record ApiEndpoint(string Name, string Path, string Description, IReadOnlyList<ApiParameter> Parameters);

/// <summary>A parameter of an endpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it takes.</param>
/// <param name="Example">A value to begin with.</param>
/// <param name="InPath">Whether it is part of the path.</param>
public sealed record ApiParameter(string Name, string Description, string Example, bool InPath);

/// <summary>A field of the standard catalogues with its figures.</summary>
/// <param name="Link">The field's page.</param>
/// <param name="Total">How many items it has.</param>
/// <param name="Published">How many are published.</param>
/// <param name="Late">How many may be late.</param>
/// <param name="Missing">How many have no entry.</param>
/// <param name="OnRequest">How many are only given to those who ask.</param>
public sealed record StandardFieldModel(Link Link, int Total, int Published, int Late, int Missing, int OnRequest);

/// <summary>An item of a standard catalogue as a row of its table.</summary>
/// <param name="Number">序号.</param>
/// <param name="FirstLevel">一级事项.</param>
/// <param name="Link">The item's page, by its second level.</param>
/// <param name="TimeLimit">公开时限.</param>
/// <param name="Subject">公开主体.</param>
/// <param name="Levels">公开层级, joined by 、.</param>
/// <param name="State">已公开, 可能逾期, 未公开 or 依申请公开.</param>
/// <param name="Reason">Why it may be late, or why that cannot be told; empty otherwise.</param>
/// <param name="Count">How many public entries fulfil it.</param>
/// <param name="Entries">The newest of them.</param>
public sealed record StandardRowModel(
    string Number, string FirstLevel, Link Link, string TimeLimit, string Subject, string Levels, string State, string Reason, int Count, IReadOnlyList<Link> Entries);

/// <summary>What stands before and after an item in a list.</summary>
/// <param name="Previous">The item before, by its title; null at the beginning.</param>
/// <param name="Next">The item after; null at the end.</param>
/// <param name="ListUrl">The list's page.</param>
public sealed record Neighbours(Link? Previous, Link? Next, string ListUrl);

/// <summary>Names that begin with one letter.</summary>
/// <param name="Letter">The letter in capitals; <c>#</c> for what is read by none.</param>
/// <param name="Links">The names.</param>
public sealed record LetterGroup(string Letter, IReadOnlyList<Link> Links);
