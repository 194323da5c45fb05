namespace Gongkai.Web;

/// <summary>Names the values of a facet that are ids of a module's items. From memory: chips of filters ask.</summary>
public interface IFacetNames
{
    /// <summary>The facet.</summary>
    string Facet { get; }

    /// <summary>What people call a value; null when no public item has this id.</summary>
    string? NameOf(string value);
}
