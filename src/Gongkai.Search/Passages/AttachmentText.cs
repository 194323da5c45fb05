namespace Gongkai.Search.Passages;

/// <summary>The text of a file that an item shows.</summary>
/// <param name="Name">The file's name, by which its passages are called.</param>
/// <param name="Text">Its text.</param>
internal sealed record AttachmentText(string Name, string Text);
