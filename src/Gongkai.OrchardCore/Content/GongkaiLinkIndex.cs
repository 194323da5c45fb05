using Gongkai.Content;
using Gongkai.OrchardCore.Feed;
using Gongkai.OrchardCore.Site;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using YesSql.Indexes;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Content;

/// <summary>A link of a published item to another, so that both sides of it can be shown.</summary>
public sealed class GongkaiLinkIndex : MapIndex
{
    /// <summary>The item that links.</summary>
    public string ContentItemId { get; set; } = "";

    /// <summary>Its type.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>The item linked to.</summary>
    public string Target { get; set; } = "";
}

/// <summary>Writes the links of every item that is saved, in the transaction of the save.</summary>
/// <param name="services">The session's scope; asked late, since the session itself needs this provider.</param>
/// <param name="schema">Says whether the table is there.</param>
internal sealed class LinkProvider(IServiceProvider services, Schema schema) : IndexProvider<Item>, IScopedIndexProvider
{
    private const int LongestId = 26;

    public override void Describe(DescribeContext<Item> context) => context.For<GongkaiLinkIndex>()
        .When(item => item.Published)
        .Map(async item =>
        {
            if (!await schema.IsReadyAsync())
                return [];
            var snapshots = services.GetRequiredService<SiteSnapshots>();
            await snapshots.RefreshAsync(services);
            return IndexContribution.Of(item.ToOurs(), snapshots.Current).References
                .Select(reference => reference.ContentItemId).Where(id => id.Length is > 0 and <= LongestId).Distinct(StringComparer.Ordinal)
                .Select(target => new GongkaiLinkIndex { ContentItemId = item.ContentItemId, ContentType = item.ContentType, Target = target });
        });
}
