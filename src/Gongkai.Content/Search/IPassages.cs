namespace Gongkai.Content;

/// <summary>A passage of an item.</summary>
/// <param name="Anchor">The id of the element on the page where it begins; null when the page has none there.</param>
/// <param name="Label">What people call it, as <c>第十二条</c> or a heading; null when it has no name.</param>
/// <param name="Text">Its words, paragraphs parted by line ends.</param>
public sealed record ItemPassage(string? Anchor, string? Label, string Text);

/// <summary>Port: the passages of one item, as the search knows them: articles, what stands under a heading, and long text by some 400 characters.</summary>
public interface IPassages
{
    /// <summary>The passages, in order.</summary>
    /// <param name="html">The item's derived HTML.</param>
    IReadOnlyList<ItemPassage> Of(IEnumerable<string> html);

    /// <summary>The passages that answer a question best, best first; none when nothing of it is said.</summary>
    /// <param name="html">The item's derived HTML.</param>
    /// <param name="question">The question, of which the first 512 characters count.</param>
    /// <param name="count">How many at most.</param>
    IReadOnlyList<ItemPassage> Propose(IEnumerable<string> html, string question, int count);
}
