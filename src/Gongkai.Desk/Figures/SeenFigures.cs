using Gongkai.Content;
using Gongkai.Desk.Listing;
using Gongkai.Review.Figures;

namespace Gongkai.Desk.Figures;

/// <summary>The report of what whoever is there may list, as their lists have it: by type and by office.</summary>
internal sealed class SeenFigures(FigureWork work, ListAccess access, ICurrentUser current)
{
    /// <summary>The report of a period.</summary>
    public async Task<FigureReport> MakeAsync(FigurePeriod period, CancellationToken cancellationToken)
    {
        string[] types = [.. access.TypesFor(current.User).Select(type => type.Name)];
        return await work.MakeAsync(period, new(types, await access.OfficesOfAsync(current.User, cancellationToken)), cancellationToken);
    }
}
