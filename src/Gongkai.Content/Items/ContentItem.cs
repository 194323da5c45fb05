using System.Globalization;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>One version of a content item: an envelope and its parts, over the JSON object that is stored, exported and imported.</summary>
/// <remarks>
/// The object is kept whole and in its order, so what a definition does not know survives word for word.
/// Items inside an item (terms, bag items) are the same class over the nested object. Not thread-safe.
/// </remarks>
public sealed class ContentItem(JsonObject json)
{
    /// <summary>The names of the envelope, in the order in which they are written; every other property is a part.</summary>
    public static readonly IReadOnlyList<string> EnvelopeNames =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "CreatedUtc", "ModifiedUtc", "PublishedUtc", "Owner", "Author",
    ];

    /// <summary>A new item of a type, with ids and times still to be given by the lifecycle.</summary>
    public ContentItem(string contentType, string contentItemId) : this([])
    {
        ContentItemId = contentItemId;
        ContentType = contentType;
    }

    /// <summary>The whole item in Orchard Core's shape. Changes to it are changes to the item.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>Identifies the item across its versions; empty when an import left it out.</summary>
    public string ContentItemId { get => Json.Text("ContentItemId") ?? ""; set => Json["ContentItemId"] = value; }

    /// <summary>Identifies this version.</summary>
    public string ContentItemVersionId { get => Json.Text("ContentItemVersionId") ?? ""; set => Json["ContentItemVersionId"] = value; }

    /// <summary>The name of the item's type.</summary>
    public string ContentType { get => Json.Text("ContentType") ?? ""; set => Json["ContentType"] = value; }

    /// <summary>What a list shows as the item's name.</summary>
    public string DisplayText { get => Json.Text("DisplayText") ?? ""; set => Json["DisplayText"] = value; }

    /// <summary>Whether this is the newest version, on which editors go on.</summary>
    public bool Latest { get => Json.Flag("Latest"); set => Json["Latest"] = value; }

    /// <summary>Whether this is the version that readers see, if the item <see cref="Publicity">is public</see>.</summary>
    public bool Published { get => Json.Flag("Published"); set => Json["Published"] = value; }

    /// <summary>When the item was made, UTC.</summary>
    public DateTime? CreatedUtc { get => Json.Instant("CreatedUtc"); set => Json["CreatedUtc"] = FieldJson.Instant(value); }

    /// <summary>When this version was last changed, UTC.</summary>
    public DateTime? ModifiedUtc { get => Json.Instant("ModifiedUtc"); set => Json["ModifiedUtc"] = FieldJson.Instant(value); }

    /// <summary>When this version was last published, UTC; null when it is not. The date that readers mean is a field, <c>PublishedOn</c>.</summary>
    public DateTime? PublishedUtc { get => Json.Instant("PublishedUtc"); set => Json["PublishedUtc"] = FieldJson.Instant(value); }

    /// <summary>The account that owns the item. Never public.</summary>
    public string Owner { get => Json.Text("Owner") ?? ""; set => Json["Owner"] = value; }

    /// <summary>The account that wrote this version. Never public.</summary>
    public string Author { get => Json.Text("Author") ?? ""; set => Json["Author"] = value; }

    /// <summary>A part by name, or null when the item has none or it is not an object.</summary>
    public JsonObject? Part(string name) => Json.TryGetPropertyValue(name, out var part) ? part as JsonObject : null;

    /// <summary>A part by name, added to the item when missing.</summary>
    public JsonObject EnsurePart(string name)
    {
        if (Part(name) is { } part)
            return part;
        Json[name] = part = [];
        return part;
    }

    /// <summary>A typed view of a part; an empty one when the item has none.</summary>
    public TPart As<TPart>() where TPart : IPartView<TPart> => TPart.Over(Part(TPart.PartName) ?? []);

    /// <summary>A typed view of a part through which it can be changed; the part is added when missing.</summary>
    public TPart Edit<TPart>() where TPart : IPartView<TPart> => TPart.Over(EnsurePart(TPart.PartName));

    /// <summary>An independent copy.</summary>
    public ContentItem Clone() => new(Json.DeepClone().AsObject());

    /// <summary>Whether two versions say the same, leaving out what the lifecycle itself sets: version id, flags and times.</summary>
    public bool HasSameContent(ContentItem other) => JsonNode.DeepEquals(WithoutLifecycle(), other.WithoutLifecycle());

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ContentType} {ContentItemId}");

    private JsonObject WithoutLifecycle()
    {
        var copy = Json.DeepClone().AsObject();
        foreach (var name in (string[])["ContentItemVersionId", "Latest", "Published", "CreatedUtc", "ModifiedUtc", "PublishedUtc"])
            copy.Remove(name);
        return copy;
    }
}

/// <summary>A typed view over a part's JSON: <c>item.As&lt;QaIssuePart&gt;()</c>.</summary>
/// <typeparam name="TSelf">The view itself.</typeparam>
public interface IPartView<TSelf> where TSelf : IPartView<TSelf>
{
    /// <summary>The part's name in the item.</summary>
    static abstract string PartName { get; }

    /// <summary>The view over a part's object.</summary>
    static abstract TSelf Over(JsonObject part);
}
