using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gongkai.Content;

/// <summary>A content type as a recipe's <c>ContentDefinition</c> step has it.</summary>
/// <param name="Name">The technical name, unique.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Settings">Settings by group (<c>ContentTypeSettings</c>, …), word for word.</param>
/// <param name="Parts">The type's parts in their order.</param>
public sealed record ContentTypeDefinition(string Name, string DisplayName, DefinitionSettings Settings, ImmutableArray<ContentTypePartDefinition> Parts)
{
    /// <summary>Whether two definitions say the same.</summary>
    public bool IsSameAs(ContentTypeDefinition? other) =>
        other is not null && Name == other.Name && DisplayName == other.DisplayName && Settings.Equals(other.Settings) && Parts.SequenceEqual(other.Parts);
}

/// <summary>A part of a type: <paramref name="Name"/> differs from <paramref name="PartName"/> for a named part, as the bag <c>Questions</c>.</summary>
/// <param name="Name">The part's name in the item.</param>
/// <param name="PartName">The part's definition or kind.</param>
/// <param name="Settings">Settings by group, word for word.</param>
public sealed record ContentTypePartDefinition(string Name, string PartName, DefinitionSettings Settings);

/// <summary>A part's fields, shared by every type that has the part.</summary>
/// <param name="Name">The part's technical name, unique.</param>
/// <param name="Settings">Settings by group, word for word.</param>
/// <param name="Fields">The fields in their order.</param>
public sealed record ContentPartDefinition(string Name, DefinitionSettings Settings, ImmutableArray<ContentFieldDefinition> Fields)
{
    /// <summary>Whether two definitions say the same.</summary>
    public bool IsSameAs(ContentPartDefinition? other) =>
        other is not null && Name == other.Name && Settings.Equals(other.Settings) && Fields.SequenceEqual(other.Fields);
}

/// <summary>A field of a part.</summary>
/// <param name="Name">The field's name in the part.</param>
/// <param name="FieldName">The field's kind (<c>TextField</c>, …).</param>
/// <param name="Settings">Settings by group, word for word.</param>
public sealed record ContentFieldDefinition(string Name, string FieldName, DefinitionSettings Settings);

/// <summary>A type's part with its kind and fields looked up.</summary>
/// <param name="Definition">The part as the type has it.</param>
/// <param name="Kind">The part's own behaviour; null for a part that only holds fields, or of a kind this home does not have.</param>
/// <param name="Fields">The part's fields.</param>
public sealed record TypePart(ContentTypePartDefinition Definition, PartKind? Kind, ImmutableArray<PartField> Fields)
{
    /// <summary>The part's name in the item.</summary>
    public string Name => Definition.Name;
}

/// <summary>A part's field with its kind looked up.</summary>
/// <param name="Definition">The field as the part has it.</param>
/// <param name="Kind">Null for a kind that this home does not have: its values are kept and never shown.</param>
public sealed record PartField(ContentFieldDefinition Definition, FieldKind? Kind)
{
    /// <summary>The field's name in the part.</summary>
    public string Name => Definition.Name;

    /// <summary>What people call the field.</summary>
    public string DisplayName => Definition.Settings.Text("ContentPartFieldSettings", "DisplayName") ?? Definition.Name;
}

/// <summary>A type with everything looked up.</summary>
/// <param name="Definition">The type.</param>
/// <param name="Parts">Its parts, <see cref="ContentKinds.WeldedParts"/> included.</param>
public sealed record ResolvedType(ContentTypeDefinition Definition, ImmutableArray<TypePart> Parts)
{
    /// <summary>The technical name.</summary>
    public string Name => Definition.Name;

    /// <summary>The first part of a kind, as <c>AutoroutePart</c>.</summary>
    public TypePart? PartOfKind(string kind) => Parts.FirstOrDefault(part => part.Definition.PartName == kind);
}

/// <summary>All definitions at one moment; immutable, shared by readers without locks.</summary>
public sealed class DefinitionSnapshot
{
    private readonly FrozenDictionary<string, ResolvedType> _resolved;

    /// <summary>Makes a snapshot and looks up every kind.</summary>
    public DefinitionSnapshot(IEnumerable<ContentTypeDefinition> types, IEnumerable<ContentPartDefinition> parts)
    {
        Types = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        Parts = parts.ToFrozenDictionary(part => part.Name, StringComparer.Ordinal);
        _resolved = Types.Values.Select(Resolve).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>No definitions: what an empty site has.</summary>
    public static DefinitionSnapshot Empty { get; } = new([], []);

    /// <summary>The types by name.</summary>
    public FrozenDictionary<string, ContentTypeDefinition> Types { get; }

    /// <summary>The part definitions by name.</summary>
    public FrozenDictionary<string, ContentPartDefinition> Parts { get; }

    /// <summary>A type by name, or null.</summary>
    public ResolvedType? FindType(string name) => _resolved.GetValueOrDefault(name);

    /// <summary>A snapshot in which the given types and parts replace those of the same name.</summary>
    public DefinitionSnapshot With(IEnumerable<ContentTypeDefinition> types, IEnumerable<ContentPartDefinition> parts)
    {
        var allTypes = new Dictionary<string, ContentTypeDefinition>(Types, StringComparer.Ordinal);
        var allParts = new Dictionary<string, ContentPartDefinition>(Parts, StringComparer.Ordinal);
        foreach (var type in types)
            allTypes[type.Name] = type;
        foreach (var part in parts)
            allParts[part.Name] = part;
        return new(allTypes.Values, allParts.Values);
    }

    /// <summary>A snapshot without some types and parts; the parts are taken from the types that have them, too.</summary>
    public DefinitionSnapshot Without(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts) => new(
        Types.Values.Where(type => !types.Contains(type.Name))
            .Select(type => type.Parts.Any(part => parts.Contains(part.PartName)) ? type with { Parts = type.Parts.RemoveAll(part => parts.Contains(part.PartName)) } : type),
        Parts.Values.Where(part => !parts.Contains(part.Name)));

    private ResolvedType Resolve(ContentTypeDefinition type)
    {
        var welded = ContentKinds.WeldedParts.Where(name => !type.Parts.Any(part => part.Name == name)).Select(name => new ContentTypePartDefinition(name, name, DefinitionSettings.None));
        return new(type, [.. type.Parts.Concat(welded).Select(part => new TypePart(
            part, ContentKinds.FindPart(part.PartName),
            Parts.TryGetValue(part.PartName, out var definition)
                ? [.. definition.Fields.Select(field => new PartField(field, ContentKinds.FindField(field.FieldName)))]
                : []))]);
    }
}

/// <summary>Port: the site's definitions.</summary>
public interface IContentDefinitions
{
    /// <summary>The definitions now: one read of a reference.</summary>
    DefinitionSnapshot Current { get; }
}

/// <summary>Port of a home that keeps the definitions itself.</summary>
public interface IContentDefinitionStore : IContentDefinitions
{
    /// <summary>Adds or replaces types and parts by name, in one transaction with its row in the change feed.</summary>
    Task SaveAsync(IReadOnlyCollection<ContentTypeDefinition> types, IReadOnlyCollection<ContentPartDefinition> parts, CancellationToken cancellationToken = default);

    /// <summary>Removes types and parts by name, the parts from the types that have them too, in one transaction with its row in the change feed.</summary>
    /// <remarks>What items hold of them is kept word for word; no longer defined, it is not public.</remarks>
    Task RemoveAsync(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts, CancellationToken cancellationToken = default);
}
