using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Publishing;

/// <summary>Compares versions in the words of whoever is there. Titles of items that they may not see are not told.</summary>
internal sealed class VersionWording(
    IContentDefinitions definitions, Taxonomies taxonomies, IContentReader reader, IPermissions permissions, ICurrentUser current, SiteSettings site, DeskTexts texts)
{
    /// <summary>Two versions beside each other.</summary>
    public async Task<VersionComparison> CompareAsync(ContentItem before, ContentItem after, CancellationToken cancellationToken)
    {
        var snapshot = definitions.Current;
        var ids = new[] { before, after }.SelectMany(version => IndexContribution.Of(version, snapshot).References).Select(reference => reference.ContentItemId).ToHashSet(StringComparer.Ordinal);
        var titles = ids.Count == 0 ? [] : (await reader.GetManyAsync(ids, VersionOption.Latest, cancellationToken)).Where(item => permissions.IsAllowed(current.User, Permissions.ViewContent, item))
            .ToDictionary(item => item.ContentItemId, item => item.DisplayText, StringComparer.Ordinal);
        return VersionComparison.Of(before, after, new(
            snapshot, (taxonomy, term) => taxonomies.Current.FindTerm(taxonomy, term)?.Label, id => titles.GetValueOrDefault(id), LabelOf, site.TimeZone));
    }

    private string? LabelOf(string place) => place switch
    {
        "TitlePart.Title" => texts["标题"],
        "AutoroutePart.Path" => texts["地址"],
        "AliasPart.Alias" => texts["别名"],
        "MarkdownBodyPart.Markdown" or "HtmlBodyPart.Html" => texts["正文"],
        "PublishLaterPart.ScheduledPublishUtc" => texts["定时发布"],
        "ArchiveLaterPart.ScheduledArchiveUtc" => texts["定时归档撤下"],
        "ContainedPart.ListContentItemId" => texts["所在列表"],
        "ContainedPart.Order" => texts["排序"],
        "QaIssue.GivenNumber" => texts["编定的期号"],
        "TaxonomyPart.Terms" => texts["分类项"],
        "#order" => texts["顺序"],
        "#yes" => texts["是"],
        "#no" => texts["否"],
        _ => null,
    };
}
