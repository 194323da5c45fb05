using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>A route of a published item, or of an item inside it.</summary>
internal sealed class RouteRow
{
    /// <summary>Normalised: two items cannot have it.</summary>
    public required string Path { get; set; }

    public required string ContentItemId { get; set; }

    public string? ContainedItemId { get; set; }
}

/// <summary>An alias of a published item.</summary>
internal sealed class AliasRow
{
    /// <summary>Normalised: two items cannot have it.</summary>
    public required string Alias { get; set; }

    public required string ContentItemId { get; set; }
}

/// <summary>A term that a published or newest version carries.</summary>
internal sealed class TermRow
{
    public long VersionKey { get; set; }

    public required string TaxonomyId { get; set; }

    public required string TermId { get; set; }
}

/// <summary>A link of a published or newest version to another item.</summary>
internal sealed class ReferenceRow
{
    public long VersionKey { get; set; }

    public required string TargetId { get; set; }
}

/// <summary>What is to be done later with a newest draft or a published version.</summary>
internal sealed class ScheduleRow
{
    public long VersionKey { get; set; }

    public ScheduleAction Action { get; set; }

    public DateTime DueUtc { get; set; }
}

/// <summary>The HTML derived of a published version.</summary>
internal sealed class HtmlRow
{
    public long VersionKey { get; set; }

    public required string MarkupVersion { get; set; }

    /// <summary>A JSON object: HTML by key.</summary>
    public required string Json { get; set; }
}
