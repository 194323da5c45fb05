namespace Gongkai.Content;

/// <summary>Port: learns that whoever answers a request looked at the taxonomies, so that a home which keeps answers knows when they are old.</summary>
public interface ITermReads
{
    /// <summary>Notes it.</summary>
    void Note();
}
