using System.Collections.Frozen;
using System.Globalization;
using Gongkai.Content;
using Gongkai.Web;

namespace Gongkai.Catalogue.Standards;

/// <summary>The public items of the standard catalogues in memory, kept by following the change feed: some thousands of rows at most, which tables, states and chips ask for.</summary>
internal sealed class StandardItems(IChangeFeed feed, IUnitOfWork unitOfWork, IItemReads? reads = null)
    : ItemsFollower<StandardCatalogue>(StandardItemPart.PartName, StandardCatalogue.Empty, feed, unitOfWork, reads), IFacetNames
{
    /// <inheritdoc/>
    public string Facet => SearchFacets.Standard;

    /// <inheritdoc/>
    public string? NameOf(string value) => Current.ById.GetValueOrDefault(value)?.Title;

    /// <inheritdoc/>
    protected override StandardCatalogue Make(IReadOnlyList<ContentItem> items) => new([.. items.Where(item => item.IsPublic()).Select(StandardItem.Of)]);
}

/// <summary>The items of all standard catalogues at one moment.</summary>
internal sealed class StandardCatalogue
{
    public StandardCatalogue(IReadOnlyList<StandardItem> items)
    {
        Items = [.. items.OrderBy(item => item.Field, StringComparer.Ordinal).ThenBy(item => item.Number ?? decimal.MaxValue).ThenBy(item => item.Id, StringComparer.Ordinal)];
        ById = items.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        Fields = [.. Items.Select(item => item.Field).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>None.</summary>
    public static StandardCatalogue Empty { get; } = new([]);

    /// <summary>The items by field, number and id.</summary>
    public IReadOnlyList<StandardItem> Items { get; }

    /// <summary>The items by id.</summary>
    public FrozenDictionary<string, StandardItem> ById { get; }

    /// <summary>The fields (领域) in their order.</summary>
    public IReadOnlyList<string> Fields { get; }
}

/// <summary>What tables show of an item of a standard catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Field">领域.</param>
/// <param name="Number">序号.</param>
/// <param name="FirstLevel">一级事项.</param>
/// <param name="TimeLimit">公开时限.</param>
/// <param name="Subject">公开主体.</param>
/// <param name="Levels">公开层级.</param>
/// <param name="IsOnRequest">Whether it is only given to those who ask (公开方式: 依申请).</param>
internal sealed record StandardItem(
    string Id, string Title, string Url, string Field, decimal? Number, string FirstLevel, string TimeLimit, string Subject, IReadOnlyList<string> Levels, bool IsOnRequest)
{
    /// <summary>序号 as people write it.</summary>
    public string NumberText => Number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An item as it is stored.</summary>
    public static StandardItem Of(ContentItem item)
    {
        var part = item.As<StandardItemPart>();
        return new(item.ContentItemId, item.DisplayText, AutoroutePart.UrlOf(item), part.Field, part.Number, part.FirstLevel, part.TimeLimit ?? "", part.Subject ?? "", part.Levels, part.Mode == "依申请");
    }
}
