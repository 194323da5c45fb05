namespace Gongkai.Content;

/// <summary>The terms that an item may carry: those of the site, or those that it will have.</summary>
public interface IKnownTerms
{
    /// <summary>Whether a taxonomy (by id) has a term (by id).</summary>
    bool Has(string taxonomyId, string termId);

    /// <summary>Whether a term has terms below it.</summary>
    bool HasBelow(string taxonomyId, string termId);
}
