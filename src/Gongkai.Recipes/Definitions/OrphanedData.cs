using Gongkai.Content;

namespace Gongkai.Recipes.Definitions;

/// <summary>A place in a step whose carrying out would leave data without a definition.</summary>
/// <param name="Path">The place.</param>
/// <param name="Message">What would be left, and how many items have it.</param>
internal sealed record Orphan(string Path, string Message);

/// <summary>Finds what a replacement or a removal of definitions would orphan.</summary>
internal static class OrphanedData
{
    /// <summary>What to do, in every refusal.</summary>
    public const string Advice = "请先改好或删除这些内容；确要如此，请在这一步加上 \"force\": true，数据会原样留在内容里，但不再公开。";

    /// <summary>What a replacement of types and parts orphans.</summary>
    /// <param name="uses">Counts in what is stored.</param>
    /// <param name="types">The types with their paths.</param>
    /// <param name="parts">The parts with their paths.</param>
    /// <param name="current">What is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<Orphan>> OfReplacementAsync(
        DefinitionUses uses, IEnumerable<(ContentTypeDefinition Type, string Path)> types, IEnumerable<(ContentPartDefinition Part, string Path)> parts,
        DefinitionSnapshot current, CancellationToken cancellationToken)
    {
        var orphans = new List<Orphan>();
        foreach (var (type, path) in types)
        {
            var lost = (current.Types.GetValueOrDefault(type.Name)?.Parts ?? []).Where(part => !type.Parts.Any(now => now.Name == part.Name && now.PartName == part.PartName)).ToList();
            if (lost.Count > 0 && await uses.CountItemsAsync(type.Name, cancellationToken) is var count and > 0)
                orphans.Add(new(path, $"内容类型“{type.Name}”去掉了部件{Named(lost.Select(part => part.Name))}，还有 {count} 条内容属于这个类型。{Advice}"));
        }

        foreach (var (part, path) in parts)
        {
            foreach (var field in current.Parts.GetValueOrDefault(part.Name)?.Fields ?? [])
            {
                var now = part.Fields.FirstOrDefault(one => one.Name == field.Name);
                if (now?.FieldName != field.FieldName && await uses.CountValuesAsync(part.Name, field.Name, cancellationToken) is var count and > 0)
                    orphans.Add(new(path, $"部件“{part.Name}”的字段“{field.Name}”{(now is null ? "被去掉" : $"由 {field.FieldName} 改成 {now.FieldName}")}，还有 {count} 条内容填了它。{Advice}"));
            }
        }

        return orphans;
    }

    /// <summary>What a removal of types and parts orphans.</summary>
    public static async Task<IReadOnlyList<Orphan>> OfRemovalAsync(
        DefinitionUses uses, IReadOnlyList<(string Name, string Path)> types, IReadOnlyList<(string Name, string Path)> parts,
        DefinitionSnapshot current, CancellationToken cancellationToken)
    {
        var orphans = new List<Orphan>();
        foreach (var (type, path) in types.Where(type => current.Types.ContainsKey(type.Name)))
        {
            if (await uses.CountItemsAsync(type, cancellationToken) is var count and > 0)
                orphans.Add(new(path, $"内容类型“{type}”还有 {count} 条内容，不能删除它的定义。{Advice}"));
            var holders = current.Types.Values.Where(holder => types.All(one => one.Name != holder.Name)
                && holder.Parts.Any(part => part.Settings.Texts("BagPartSettings", "ContainedContentTypes").Contains(type))).Select(holder => holder.Name).ToList();
            if (holders.Count > 0)
                orphans.Add(new(path, $"内容类型{Named(holders)}的内容还可以包含“{type}”，不能删除它的定义。请先改好这些类型；确要如此，请在这一步加上 \"force\": true。"));
        }

        foreach (var (part, path) in parts)
        {
            var users = current.Types.Values.Where(type => types.All(one => one.Name != type.Name) && type.Parts.Any(one => one.PartName == part)).Select(type => type.Name).ToList();
            if (users.Count > 0 && current.Parts.ContainsKey(part))
                orphans.Add(new(path, $"内容类型{Named(users)}还在用部件“{part}”，不能删除它的定义。请先从这些类型中去掉它；确要如此，请在这一步加上 \"force\": true，数据会原样留在内容里，但不再公开。"));
        }

        return orphans;
    }

    private static string Named(IEnumerable<string> names) => string.Join('、', names.Order(StringComparer.Ordinal).Select(name => $"“{name}”"));
}
