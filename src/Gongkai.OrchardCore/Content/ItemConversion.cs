using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using ContentItem = Gongkai.Content.ContentItem;
using Item = OrchardCore.ContentManagement.ContentItem;

namespace Gongkai.OrchardCore.Content;

/// <summary>Items in Orchard Core's class and in ours: the same JSON.</summary>
internal static class ItemConversion
{
    /// <summary>A copy in our class.</summary>
    public static ContentItem ToOurs(this Item item) => new(JObject.FromObject(item)!);

    /// <summary>A copy in Orchard Core's class.</summary>
    public static Item ToTheirs(this ContentItem item) => item.Json.DeepClone().AsObject().ToObject<Item>()!;

    /// <summary>Writes into an item what differs from a copy of it: whole parts, and the text that lists show.</summary>
    public static void Take(this Item item, ContentItem changed)
    {
        var before = item.ToOurs();
        foreach (var (name, value) in changed.Json)
        {
            if (ContentItem.EnvelopeNames.Contains(name) || value is null || JsonNode.DeepEquals(value, before.Json[name]))
                continue;
            // What the part has no more goes, and the typed parts that others have asked for meanwhile are forgotten, so that they read this.
            item.Remove(name);
            item.Merge(new JsonObject { [name] = value.DeepClone() }, new() { MergeArrayHandling = System.Text.Json.Settings.MergeArrayHandling.Replace });
        }

        item.DisplayText = changed.DisplayText;
    }
}
