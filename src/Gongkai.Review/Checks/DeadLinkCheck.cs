namespace Gongkai.Review.Checks;

/// <summary>Links within the site that lead nowhere.</summary>
internal sealed class DeadLinkCheck : ICheck
{
    public string Name => CheckNames.DeadLink;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules) => Links(item).Concat(item.MissingFiles.Select(place =>
        new Finding(Name, CheckSeverity.Warning, place with { File = "" }, new("媒体库里没有文件“{0}”", place.File)) { Excerpt = place.File, Proposal = new("上传文件，或改成现在的路径。") }));

    private IEnumerable<Finding> Links(CheckedItem item) =>
        from text in item.Texts
        from link in TextLinks.In(text)
        where item.DeadAddresses.Contains(link.Address)
        select new Finding(Name, CheckSeverity.Warning, text.PlaceInSource(link.Piece), new("链接打不开：{0}", link.Address))
        {
            Excerpt = link.Address,
            Proposal = new("改成现在的地址，或去掉链接；指向的内容还没发布的，请先发布它。"),
        };
}
