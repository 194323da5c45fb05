using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>The buttons of a row in an ordered list.</summary>
/// <param name="List">The list's name in the form.</param>
/// <param name="Place">The row's place, from 0.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="Label">What people call the row.</param>
internal sealed record RowButtons(string List, int Place, int Count, string Label)
{
    /// <summary>Whether there is anywhere to move it to.</summary>
    public bool CanMove => Count > 1;
}

/// <summary>A branch of the tree of terms.</summary>
/// <param name="Choice">The editor.</param>
/// <param name="Terms">The terms of the branch.</param>
internal sealed record TermBranch(TermSelection Choice, IEnumerable<Term> Terms);
