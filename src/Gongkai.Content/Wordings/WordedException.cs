namespace Gongkai.Content;

/// <summary>Something that was refused, told to people: its message is <see cref="Wording"/> in Simplified Chinese.</summary>
public abstract class WordedException(Wording wording, Exception? inner = null) : Exception(wording.ToString(), inner)
{
    /// <summary>What is wrong and what to do.</summary>
    public Wording Wording { get; } = wording;
}
