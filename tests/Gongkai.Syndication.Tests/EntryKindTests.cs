using Gongkai.Syndication.Schema;

namespace Gongkai.Syndication.Tests;

public sealed class EntryKindTests
{
    [Theory]
    [InlineData("甲市城市公园管理办法", "", EntryKind.Legislation)]
    [InlineData("甲市城市公园管理办法（试行）", "", EntryKind.Legislation)]
    [InlineData("甲市人民政府关于印发《甲市城市公园管理办法》的通知", "通知", EntryKind.Legislation)]
    [InlineData("甲市人民政府办公室关于印发甲市行政规范性文件管理规定(2022年修订)的通知", "通知", EntryKind.Legislation)]
    [InlineData("甲市人民政府关于废止部分文件的决定", "决定", EntryKind.Legislation)]
    [InlineData("甲市人民政府第12号", "命令(令)", EntryKind.Legislation)]
    [InlineData("甲市人民政府办公室关于做好防汛工作的通知", "通知", EntryKind.Other)]
    [InlineData("关于学习《甲市城市公园管理办法》的通知", "通知", EntryKind.Other)]
    [InlineData("（试行）", "", EntryKind.Other)]
    [InlineData("", "", EntryKind.Other)]
    [InlineData("甲市2021年政府信息公开工作年度报告", "报告", EntryKind.Report)]
    [InlineData("住房公积金提取服务指南", "其他", EntryKind.GovernmentService)]
    [InlineData("关于印发住房公积金提取办事指南的通知", "通知", EntryKind.GovernmentService)]
    public void An_entry_is_what_its_title_and_genre_say(string title, string genre, string type) =>
        Assert.Equal(type, EntryKind.Of(title, genre.Length > 0 ? [genre] : []));
}
