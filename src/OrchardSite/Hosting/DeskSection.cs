using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk;
using Gongkai.Desk.Requests;

namespace OrchardSite.Hosting;

/// <summary>The section <c>Desk</c>.</summary>
internal static class DeskSection
{
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>The desk's address.</summary>
    /// <exception cref="SiteException">It is none.</exception>
    public static string ReadPath(IConfiguration configuration)
    {
        if (configuration["Desk:Path"] is not { Length: > 0 } path)
            return DeskOptions.DefaultPath;
        return DeskOptions.IsPath(path)
            ? path
            : throw new SiteException($"Desk:Path“{ShortText.Of(path)}”不对，应为斜杠加一段小写字母、数字或连字符，如 {DeskOptions.DefaultPath}。");
    }

    /// <summary>The folder of the keys. A relative one is relative to <c>appsettings.json</c>.</summary>
    public static string ReadKeysFolder(IConfiguration configuration, IHostEnvironment environment, string dataFolder) =>
        configuration["Desk:KeysFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder, environment.ContentRootPath) : Path.Combine(dataFolder, "keys");

    /// <summary>Reads the section. A relative folder is relative to <c>appsettings.json</c>.</summary>
    /// <exception cref="SiteException">A value cannot be used.</exception>
    public static Action<DeskOptions> Read(IConfiguration configuration, IHostEnvironment environment, string dataFolder)
    {
        var path = ReadPath(configuration);
        var networks = Texts(configuration, "Desk:AllowedNetworks");
        var roles = Texts(configuration, "Desk:TwoFactorRoles");
        if (networks.FirstOrDefault(network => !AllowedNetworks.IsNetwork(network)) is { } wrong)
            throw new SiteException($"Desk:AllowedNetworks 中的“{ShortText.Of(wrong)}”不对，应为 10.0.0.0/8 或 2001:db8::/32 这样的网段。");
        var keys = ReadKeysFolder(configuration, environment, dataFolder);
        var (signIns, hours) = (Number(configuration, "Desk:SignInsPerMinute", 20, 100_000), Number(configuration, "Desk:SessionHours", 8, 720));
        var external = ReadOpenIdConnect(configuration.GetSection("Desk:OpenIdConnect"));
        var copies = Number(configuration, "Desk:WorkingCopyDays", 30, 3_650);
        return desk => (desk.Path, desk.AllowedNetworks, desk.TwoFactorRoles, desk.KeysFolder, desk.SignInsPerMinute, desk.SessionHours, desk.WorkingCopyDays, desk.OpenIdConnect) =
            (path, networks, roles, keys, signIns, hours, copies, external);
    }

    private static OpenIdConnectSettings? ReadOpenIdConnect(IConfigurationSection section)
    {
        if (section["Authority"] is not { Length: > 0 } authority)
            return null;
        var isSafe = Uri.TryCreate(authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.Host == "127.0.0.1"));
        if (!isSafe || section["ClientId"] is not { Length: > 0 } client)
            throw new SiteException($"Desk:OpenIdConnect 不完整：Authority“{ShortText.Of(authority)}”应为 https 地址，ClientId 不能为空。");
        return new(authority, client, section["ClientSecret"] ?? "", section["NameClaim"] is { Length: > 0 } claim ? claim : "preferred_username", section["Label"] is { Length: > 0 } label ? label : "统一登录");
    }

    /// <summary>A list, or one text with separators: an environment variable has only that.</summary>
    public static IReadOnlyList<string> Texts(IConfiguration configuration, string key) => configuration.GetSection(key) is { Value: { } text }
        ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        : configuration.GetSection(key).Get<string[]>() ?? [];

    private static int Number(IConfiguration configuration, string key, int otherwise, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new SiteException($"appsettings.json 中的 {key}“{ShortText.Of(text)}”不对，应为 1 至 {most} 的整数。");
    }
}
