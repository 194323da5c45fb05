using System.Text;

namespace Gongkai.Documents.Texts;

/// <summary>Takes a file's text until a limit of length or time is reached.</summary>
internal sealed class TextTaker(int most, CancellationToken late)
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether no more is taken.</summary>
    public bool IsFull => _text.Length >= most || late.IsCancellationRequested;

    /// <summary>Whether the end of the file was not reached.</summary>
    public bool IsShortened { get; private set; }

    /// <summary>What was taken.</summary>
    public string Text => _text.ToString().Trim();

    /// <summary>Takes some text; false when there is no room for more.</summary>
    public bool Take(string text)
    {
        if (IsFull)
            return !(IsShortened = true);
        _text.Append(text.Length <= most - _text.Length ? text : text[..(most - _text.Length)]);
        return true;
    }

    /// <summary>Says that something has no text that could be taken.</summary>
    public void Miss() => IsShortened = true;

    /// <summary>Ends a paragraph.</summary>
    public void EndParagraph()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append("\n\n");
    }
}
