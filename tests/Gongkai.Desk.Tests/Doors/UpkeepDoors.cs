namespace Gongkai.Desk.Tests.Doors;

/// <summary>What looks after things that are public already.</summary>
public sealed class UpkeepDoors : IDoors
{
    public IEnumerable<Door> Rows =>
    [
        new("/Upkeep/Index GET", "/admin/upkeep?who=all&number=2", Who.SignedIn),
        new("/Upkeep/Index POST Seen", "/admin/upkeep?handler=Seen", Who.Editors),
        new("/Upkeep/Columns GET", "/admin/upkeep/columns", Who.SignedIn),
        new("/Upkeep/Links GET", "/admin/upkeep/links", Who.SignedIn),
        new("/Upkeep/Links POST Again", "/admin/upkeep/links?handler=Again", Who.Editors),
        new("/Upkeep/Quotes GET", "/admin/upkeep/quotes?who=all&number=2", Who.SignedIn),
        new("/Upkeep/Quotes GET Place", "/admin/upkeep/quotes?handler=Place&id=none&path=none", Who.SignedIn),
        new("/Upkeep/Settings GET", "/admin/upkeep/settings", Who.Administrators),
        new("/Upkeep/Settings POST", "/admin/upkeep/settings", Who.Administrators),
        new("/Upkeep/Site GET", "/admin/upkeep/site?check=none&at=2", Who.SignedIn),
        new("/Upkeep/Site GET Place", "/admin/upkeep/site?handler=Place&number=1&run=none", Who.SignedIn),
        new("/Upkeep/Site GET Csv", "/admin/upkeep/site?handler=Csv", Who.SignedIn),
        new("/Upkeep/Site POST Start", "/admin/upkeep/site?handler=Start", Who.Administrators),
        new("/Upkeep/Site POST Stop", "/admin/upkeep/site?handler=Stop", Who.Administrators),
        new("/Upkeep/Site POST Continue", "/admin/upkeep/site?handler=Continue", Who.Administrators),
    ];
}
