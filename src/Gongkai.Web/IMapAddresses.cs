namespace Gongkai.Web;

/// <summary>Pages of a module that are neither items nor columns nor terms, for the map of the site. From memory and the index.</summary>
public interface IMapAddresses
{
    /// <summary>The addresses now, beginning with <c>/</c>.</summary>
    IEnumerable<string> Addresses(CancellationToken cancellationToken);
}
