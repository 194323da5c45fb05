namespace Gongkai.Desk.Tests.Doors;

/// <summary>What was done in a period.</summary>
public sealed class FigureDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Figures/Index GET", "/admin/figures", Who.SignedIn),
        new("/Figures/Index GET Workbook", "/admin/figures?handler=Workbook", Who.SignedIn),
        new("/Figures/Index GET Csv", "/admin/figures?handler=Csv", Who.SignedIn),
        new("/Figures/Items GET", "/admin/figures/items?table=none", Who.SignedIn),
        new("/Figures/Items GET Workbook", "/admin/figures/items?handler=Workbook&table=none", Who.SignedIn),
        new("/Figures/Items GET Csv", "/admin/figures/items?handler=Csv&table=none", Who.SignedIn),
    ];
}
