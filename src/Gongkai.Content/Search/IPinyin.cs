namespace Gongkai.Content;

/// <summary>Port: how Chinese is read.</summary>
public interface IPinyin
{
    /// <summary>The readings of a text's characters in letters without tones, parted by spaces: 教育局 is <c>jiao yu ju</c>. Letters and digits read as themselves in lower case, anything else not at all.</summary>
    string Read(string text);
}
