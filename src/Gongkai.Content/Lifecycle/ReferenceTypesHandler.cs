using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Keeps editors to the types that a picker field and a list allow. An import may bring what is linked later than the link.</summary>
/// <param name="definitions">The definitions.</param>
/// <param name="reader">Knows the types of items.</param>
internal sealed class ReferenceTypesHandler(IContentDefinitions definitions, IContentReader reader) : IContentHandler
{
    public int Order => HandlerOrder.Model;

    public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken) => CheckAsync(change, cancellationToken);

    public ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken) => CheckAsync(change, cancellationToken);

    private async ValueTask CheckAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport)
            return;
        var picked = new List<Picked>();
        Gather(change.Item, "", picked);
        var list = ContainedPart.ListOf(change.Item);
        if (picked.Count == 0 && list is null)
            return;
        var types = await reader.FindTypesAsync([.. picked.Select(one => one.Id).Append(list).OfType<string>().Distinct()], cancellationToken);
        foreach (var one in picked)
        {
            if (types.TryGetValue(one.Id, out var type) && !one.Allowed.Contains(type))
                change.Refuse(one.Path, $"“{one.Label}”只能选 {one.Allowed} 类型的内容，“{one.Id}”是“{type}”。");
        }

        if (list is not null && types.TryGetValue(list, out var listType))
            CheckList(change, list, listType);
    }

    private void CheckList(ContentChange change, string list, string listType)
    {
        const string Path = "ContainedPart.ListContentItemId";
        if (definitions.Current.FindType(listType)?.PartOfKind("ListPart") is not { } part)
            change.Refuse(Path, $"“{list}”（{listType}）不是列表，不能把内容放进去。");
        else if (ListPart.ContainedTypes(part) is { Count: > 0 } allowed && !allowed.Contains(change.Item.ContentType))
            change.Refuse(Path, $"列表“{list}”只能放 {allowed} 类型的内容，这一条是“{change.Item.ContentType}”。");
    }

    private void Gather(ContentItem item, string path, List<Picked> picked)
    {
        foreach (var part in definitions.Current.FindType(item.ContentType)?.Parts ?? [])
        {
            if (item.Part(part.Name) is not { } json)
                continue;
            foreach (var field in part.Fields.Where(field => field.Kind is ContentPickerField or PassageField))
                Gather(field, json, $"{path}{part.Name}.{field.Name}.ContentItemIds", picked);
            if (part.Kind is BagPart)
            {
                foreach (var (index, inner) in json.Objects("ContentItems").Index())
                    Gather(new(inner), $"{path}{part.Name}.ContentItems[{index}].", picked);
            }
        }
    }

    private static void Gather(PartField field, JsonObject part, string path, List<Picked> picked)
    {
        var (settings, group) = (field.Definition.Settings, field.Kind!.Name + "Settings");
        var allowed = settings.Texts(group, "DisplayedContentTypes");
        if (allowed.Count == 0 || settings.IsTrue(group, "DisplayAllContentTypes"))
            return;
        foreach (var (index, id) in part.PickedIds(field.Name).Index())
            picked.Add(new(id, $"{path}[{index}]", field.DisplayName, allowed));
    }

    private sealed record Picked(string Id, string Path, string Label, IReadOnlyList<string> Allowed);
}
