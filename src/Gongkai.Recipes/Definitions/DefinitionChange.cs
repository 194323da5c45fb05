using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;

namespace Gongkai.Recipes.Definitions;

/// <summary>What a <c>ContentDefinition</c> step says of types and parts, and how it is merged into what is there.</summary>
/// <remarks>As Orchard Core merges: what the step does not name stays; settings are merged by property, lists in them replaced.</remarks>
internal sealed class DefinitionChange
{
    private readonly List<TypeChange> _types = [];
    private readonly List<PartChange> _parts = [];

    /// <summary>Reads a step, reporting what is not of its shape.</summary>
    public static DefinitionChange Read(StepShape shape)
    {
        var change = new DefinitionChange();
        foreach (var (json, path) in shape.Objects(shape.Root, "ContentTypes", ""))
        {
            var parts = new List<TypePartChange>();
            foreach (var (part, at) in shape.Objects(json, "ContentTypePartDefinitionRecords", path))
            {
                if (Named(shape, part, "PartName", at) is { } partName)
                    parts.Add(new(Named(shape, part, "Name", at, isRequired: false) ?? partName, partName, Settings(shape, part, at), at));
            }
            if (Named(shape, json, "Name", path) is { } name)
                change._types.Add(new(name, shape.Text(json, "DisplayName", path), Settings(shape, json, path), parts, path));
        }

        foreach (var (json, path) in shape.Objects(shape.Root, "ContentParts", ""))
        {
            var fields = new List<FieldChange>();
            foreach (var (field, at) in shape.Objects(json, "ContentPartFieldDefinitionRecords", path))
            {
                if ((Named(shape, field, "Name", at), Named(shape, field, "FieldName", at)) is ({ } fieldName, { } kind))
                    fields.Add(new(fieldName, kind, Settings(shape, field, at), at));
            }
            if (Named(shape, json, "Name", path) is { } name)
                change._parts.Add(new(name, Settings(shape, json, path), fields, path));
        }
        return change;
    }

    /// <summary>The types by themselves, as they are when nothing was there before, with their paths.</summary>
    public IEnumerable<(ContentTypeDefinition Type, string Path)> NewTypes => _types.Select(type => (type.ApplyTo(null), type.Path));

    /// <summary>The parts by themselves, with their paths.</summary>
    public IEnumerable<(ContentPartDefinition Part, string Path)> NewParts => _parts.Select(part => (part.ApplyTo(null), part.Path));

    /// <summary>The definitions after the change.</summary>
    public DefinitionSnapshot ApplyTo(DefinitionSnapshot current)
    {
        var (types, parts) = ChangedBy(current);
        return current.With(types, parts);
    }

    /// <summary>The types and parts that the change makes different from what is there.</summary>
    public (IReadOnlyList<ContentTypeDefinition> Types, IReadOnlyList<ContentPartDefinition> Parts) ChangedBy(DefinitionSnapshot current)
    {
        var types = new Dictionary<string, ContentTypeDefinition>(StringComparer.Ordinal);
        foreach (var change in _types)
            types[change.Name] = change.ApplyTo(types.GetValueOrDefault(change.Name) ?? current.Types.GetValueOrDefault(change.Name));
        var parts = new Dictionary<string, ContentPartDefinition>(StringComparer.Ordinal);
        foreach (var change in _parts)
            parts[change.Name] = change.ApplyTo(parts.GetValueOrDefault(change.Name) ?? current.Parts.GetValueOrDefault(change.Name));
        return (
            [.. types.Values.Where(type => !type.IsSameAs(current.Types.GetValueOrDefault(type.Name)))],
            [.. parts.Values.Where(part => !part.IsSameAs(current.Parts.GetValueOrDefault(part.Name)))]);
    }

    /// <summary>Reports what cannot be, and kinds that this home does not have.</summary>
    public void Check(StepShape shape, DefinitionSnapshot current)
    {
        foreach (var (type, part) in _types.SelectMany(type => type.Parts.Select(part => (type, part))))
        {
            if (current.Types.GetValueOrDefault(type.Name)?.Parts.FirstOrDefault(existing => existing.Name == part.Name) is { } existing && existing.PartName != part.PartName)
                shape.Error(part.Path + ".PartName", $"内容类型“{type.Name}”的部件“{part.Name}”已是 {existing.PartName}，不能改成 {part.PartName}，请换一个名称，或用 ReplaceContentDefinition 替换整个类型。");
        }

        foreach (var (part, field) in _parts.SelectMany(part => part.Fields.Select(field => (part, field))))
        {
            if (current.Parts.GetValueOrDefault(part.Name)?.Fields.FirstOrDefault(existing => existing.Name == field.Name) is { } existing && existing.FieldName != field.FieldName)
                shape.Error(field.Path + ".FieldName", $"部件“{part.Name}”的字段“{field.Name}”已是 {existing.FieldName}，不能改成 {field.FieldName}，请换一个名称，或用 ReplaceContentDefinition 替换整个部件。");
        }

        TellUnknownKinds(shape, current);
    }

    /// <summary>Reports kinds that this home does not have.</summary>
    public void TellUnknownKinds(StepShape shape, DefinitionSnapshot current)
    {
        var after = ApplyTo(current);
        foreach (var (type, part) in _types.SelectMany(type => type.Parts.Select(part => (type, part))))
        {
            if (part.PartName != type.Name && ContentKinds.FindPart(part.PartName) is null && !after.Parts.ContainsKey(part.PartName))
                shape.Notice(part.Path, $"本站没有部件“{part.PartName}”，它的定义和内容原样保留，不公开。");
        }

        foreach (var (part, field) in _parts.SelectMany(part => part.Fields.Select(field => (part, field))))
        {
            if (ContentKinds.FindField(field.FieldName) is null)
                shape.Notice(field.Path, $"本站没有字段种类“{field.FieldName}”，字段“{field.Name}”的定义和内容原样保留，不公开。");
        }
    }

    /// <summary>Names the types and parts and what would become of them.</summary>
    public void Tell(IRecipeRun run)
    {
        var (types, parts) = ChangedBy(run.Definitions);
        foreach (var name in _types.Select(type => type.Name).Distinct())
            run.Note(OutcomeOf(run.Definitions.Types.ContainsKey(name), types.Any(type => type.Name == name)), $"内容类型 {name}");
        foreach (var name in _parts.Select(part => part.Name).Distinct())
            run.Note(OutcomeOf(run.Definitions.Parts.ContainsKey(name), parts.Any(part => part.Name == name)), $"部件 {name}");
    }

    private static OperationOutcome OutcomeOf(bool exists, bool changes) =>
        !changes ? OperationOutcome.Unchanged : exists ? OperationOutcome.Changed : OperationOutcome.Added;

    private static string? Named(StepShape shape, JsonObject json, string property, string path, bool isRequired = true)
    {
        var name = shape.Text(json, property, path, isRequired);
        if (name is null || (char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')))
            return name;
        shape.Error($"{path}.{property}", $"“{name}”不能用作名称：应以字母开头，只含字母、数字、下划线和连字符。");
        return null;
    }

    private static JsonObject Settings(StepShape shape, JsonObject json, string path) => shape.Object(json, "Settings", path) ?? [];

    private static DefinitionSettings Merged(DefinitionSettings? existing, JsonObject change)
    {
        var merged = existing?.ToJson() ?? [];
        Merge(merged, change);
        return new(merged);
    }

    private static void Merge(JsonObject target, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            if (value is JsonObject inner && target.Child(name) is { } existing)
                Merge(existing, inner);
            else
                target[name] = value?.DeepClone();
        }
    }

    private sealed record TypeChange(string Name, string? DisplayName, JsonObject Settings, IReadOnlyList<TypePartChange> Parts, string Path)
    {
        public ContentTypeDefinition ApplyTo(ContentTypeDefinition? existing)
        {
            var parts = existing?.Parts.ToList() ?? [];
            foreach (var part in Parts)
            {
                var at = parts.FindIndex(known => known.Name == part.Name);
                if (at >= 0)
                    parts[at] = parts[at] with { Settings = Merged(parts[at].Settings, part.Settings) };
                else
                    parts.Add(new(part.Name, part.PartName, Merged(null, part.Settings)));
            }
            return new(Name, DisplayName ?? existing?.DisplayName ?? Name, Merged(existing?.Settings, Settings), [.. parts]);
        }
    }

    private sealed record TypePartChange(string Name, string PartName, JsonObject Settings, string Path);

    private sealed record PartChange(string Name, JsonObject Settings, IReadOnlyList<FieldChange> Fields, string Path)
    {
        public ContentPartDefinition ApplyTo(ContentPartDefinition? existing)
        {
            var fields = existing?.Fields.ToList() ?? [];
            foreach (var field in Fields)
            {
                var at = fields.FindIndex(known => known.Name == field.Name);
                if (at >= 0)
                    fields[at] = fields[at] with { Settings = Merged(fields[at].Settings, field.Settings) };
                else
                    fields.Add(new(field.Name, field.FieldName, Merged(null, field.Settings)));
            }
            return new(Name, Merged(existing?.Settings, Settings), [.. fields]);
        }
    }

    private sealed record FieldChange(string Name, string FieldName, JsonObject Settings, string Path);
}
