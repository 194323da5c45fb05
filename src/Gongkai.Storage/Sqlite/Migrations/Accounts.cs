using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>Who may sign in at the desk.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261125200300_Accounts")]
internal sealed class Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Accounts",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                NormalizedName = table.Column<string>(nullable: false),
                ExternalId = table.Column<string>(nullable: true),
                ConcurrencyStamp = table.Column<string>(nullable: false),
                Json = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Accounts", x => x.Id));

        migrationBuilder.CreateIndex(
            name: "IX_Accounts_NormalizedName",
            table: "Accounts",
            column: "NormalizedName",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Accounts_ExternalId",
            table: "Accounts",
            column: "ExternalId",
            unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "Accounts");
}
