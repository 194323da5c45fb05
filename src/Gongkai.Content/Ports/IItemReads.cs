namespace Gongkai.Content;

/// <summary>Port: learns that whoever answers a request looked at what is in memory of all items of a type, so that a home which keeps answers knows when they are old.</summary>
public interface IItemReads
{
    /// <summary>Notes it.</summary>
    void Note(string contentType);
}
