using System.Globalization;

namespace Gongkai.Content;

/// <summary>A fault of an item: where, as a JSON path inside it (<c>DisclosureEntry.Topic.TermContentItemIds[0]</c>), and what to do.</summary>
/// <param name="Path">The place; empty for the item as a whole.</param>
/// <param name="Wording">What is wrong and what to do.</param>
public sealed record ValidationError(string Path, Wording Wording)
{
    /// <summary>The same in Simplified Chinese: for logs, records and programs. Whoever shows it to people translates <see cref="Wording"/>.</summary>
    public string Message => Wording.ToString();
}

/// <summary>A place in an item while it is checked, with what the check may ask. Errors gather in one list.</summary>
public sealed class ValidationScope
{
    private readonly List<ValidationError> _errors;

    private ValidationScope(ValidationScope parent, string path)
    {
        (_errors, ForPublication, Definitions, Terms, Reserved, Path) = (parent._errors, parent.ForPublication, parent.Definitions, parent.Terms, parent.Reserved, path);
    }

    internal ValidationScope(DefinitionSnapshot definitions, IKnownTerms terms, ReservedRoutes reserved, bool forPublication)
    {
        (_errors, ForPublication, Definitions, Terms, Reserved, Path) = ([], forPublication, definitions, terms, reserved, "");
    }

    /// <summary>Whether required values are asked for: a draft may lack them.</summary>
    public bool ForPublication { get; }

    /// <summary>The definitions that the item is checked against.</summary>
    public DefinitionSnapshot Definitions { get; }

    /// <summary>The place, as a JSON path inside the item.</summary>
    public string Path { get; }

    internal IReadOnlyList<ValidationError> Errors => _errors;

    internal ReservedRoutes Reserved { get; }

    private IKnownTerms Terms { get; }

    /// <summary>Whether a taxonomy (by id) has a term (by id).</summary>
    public bool TermExists(string taxonomyId, string termId) => Terms.Has(taxonomyId, termId);

    /// <summary>Whether a term has terms below it.</summary>
    public bool TermHasChildren(string taxonomyId, string termId) => Terms.HasBelow(taxonomyId, termId);

    /// <summary>The place of a property.</summary>
    public ValidationScope At(string property) => new(this, Path.Length == 0 ? property : $"{Path}.{property}");

    /// <summary>The place of an element of an array.</summary>
    public ValidationScope At(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]"));

    /// <summary>Reports a fault at this place.</summary>
    public void Report(Wording wording) => _errors.Add(new(Path, wording));
}
