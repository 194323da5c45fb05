using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>One row of the change feed.</summary>
internal sealed class ChangeRow
{
    public long Sequence { get; set; }

    public ChangeSubject Subject { get; set; }

    public required string SubjectId { get; set; }

    public required string ContentType { get; set; }
}

/// <summary>A counter and the highest number that it gave or saw.</summary>
internal sealed class CounterRow
{
    public required string Name { get; set; }

    public long Value { get; set; }
}

/// <summary>A named JSON document of the site.</summary>
internal sealed class DocumentRow
{
    public required string Name { get; set; }

    public required string Json { get; set; }
}

/// <summary>The definition of a type or of a part, in a recipe's shape.</summary>
internal sealed class DefinitionRow
{
    public DefinitionSort Sort { get; set; }

    public required string Name { get; set; }

    public required string Json { get; set; }
}

/// <summary>What a definition defines.</summary>
internal enum DefinitionSort
{
    Type,
    Part,
}
